/// Where a text stands in a field wider than itself.
package enum TextAlignment: Hashable, Sendable { case left, centre, right }
