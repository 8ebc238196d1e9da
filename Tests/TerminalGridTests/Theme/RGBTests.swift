import TerminalGrid
import Testing

struct RGBTests {
  @Test
  func `reads hexadecimal colours and nothing else`() {
    #expect(RGB(hex: "#0072b2") == RGB(0, 0x72, 0xB2))
    #expect(RGB(hex: "#FfF") == RGB(255, 255, 255))
    for wrong in ["", "#", "0072b2", "#12345", "#1234567", "#ggg", "#+12345", "#-1", "blue"] {
      #expect(RGB(hex: wrong) == nil, "\(wrong)")
    }
  }

  @Test
  func `finds itself in the palette of 256`() {
    for index in UInt8(16)...255 {
      #expect(RGB(palette: RGB(palette: index).nearestOf256) == RGB(palette: index))
    }
  }

  @Test(
    arguments: [
      (RGB(255, 0, 0), 196), (RGB(0x5F, 0xAF, 0xFF), 75), (RGB(8, 8, 8), 232), (RGB(238, 238, 238), 255),
      (RGB(250, 250, 250), 231), (RGB(0, 0, 0), 16),
    ] as [(RGB, UInt8)])
  func `takes the most similar of 256`(color: RGB, index: UInt8) {
    #expect(color.nearestOf256 == index)
  }

  @Test
  func `takes the most similar of 16`() {
    #expect(RGB(200, 10, 10).nearestOf16 == 1)
    #expect(RGB(255, 255, 250).nearestOf16 == 15)
  }
}
