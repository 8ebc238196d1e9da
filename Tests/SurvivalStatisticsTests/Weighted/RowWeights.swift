/// The weights of the rows in `Tests/ReferenceData/library.R`.
func samplingWeights(_ count: Int) -> [Double] { (1...count).map { 0.5 + Double($0 * 7 % 11) / 4 } }

func frequencies(_ count: Int) -> [Int] { (1...count).map { 1 + $0 % 3 } }
