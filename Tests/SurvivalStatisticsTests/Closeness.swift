/// Whether two numbers exist and differ by no more than a tolerance.
func isClose(_ first: Double?, _ second: Double?, within tolerance: Double) -> Bool {
  guard let first, let second else { return false }
  return (first - second).magnitude <= tolerance
}
