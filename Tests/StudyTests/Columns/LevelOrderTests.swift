import Testing

@testable import Study

struct LevelOrderTests {
  @Test(arguments: [
    ["0-3", "4-12", ">12"], ["<=23", ">23"], ["<60", "60-69", "70-79", "80+"], ["≤720", ">720"],
    ["low", "intermediate", "high"], ["none", "mild", "moderate", "severe"], ["CR1", "CR2", "CR3"],
    ["I", "II", "III", "IV"], ["IIa", "IIb", "III"], ["Grade 1", "Grade 2", "Grade 10"],
    ["negative", "positive"],
    ["never", "former", "current"], ["T1", "T2", "T3"], ["0–17", "18–39", "≥40"], ["stage i", "stage ii"],
  ])
  func `A scale keeps its order however the file has it`(scale: [String]) {
    for values in [scale, scale.reversed(), scale.sorted()] {
      let order = LevelOrder(values)
      #expect(order.levels == scale)
      #expect(order.isOrdered)
    }
  }

  @Test(arguments: [
    ["arm 2", "arm 10"], ["BM", "PBSC"], ["site1", "site2"], ["A", "B", "none"],
    ["1:1", "1:2", "undetectable"],
    ["chr2", "chr10", "x"],
  ])
  func `Names are sorted with numbers as numbers, and mean no order`(names: [String]) {
    let order = LevelOrder(names.reversed())
    #expect(order.levels == names)
    #expect(!order.isOrdered)
  }
}
