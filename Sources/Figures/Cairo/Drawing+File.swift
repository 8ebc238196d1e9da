import CCairo

extension Drawing {
  /// Pixels of a PNG along an inch.
  static let dotsPerInch = 300.0

  /// The bytes of a file that shows the drawing; the same drawing gives the same bytes.
  ///
  /// - Parameter fonts: those it was measured with.
  package func file(_ format: FigureFormat, fonts: CairoFonts) throws(FigureError) -> [UInt8] {
    switch format {
    case .svg: return try svg(fonts)
    case .pdf: return try pdf(fonts)
    case .png: return try png(fonts)
    }
  }

  /// What cairo writes, piece by piece.
  private final class Bytes {
    var bytes: [UInt8] = []

    /// Appends to the bytes that `closure` is.
    static let append: cairo_write_func_t = { closure, data, length in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<Bytes>.fromOpaque(closure).takeUnretainedValue().bytes
        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
  }

  private func svg(_ fonts: CairoFonts) throws(FigureError) -> [UInt8] {
    let bytes = Bytes()
    let surface = cairo_svg_surface_create_for_stream(Bytes.append, bytes.closure, width, height)
    defer { cairo_surface_destroy(surface) }
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT)
    try draw(on: surface, fonts)
    return SVGText(bytes.bytes).saying(title).bytes
  }

  private func pdf(_ fonts: CairoFonts) throws(FigureError) -> [UInt8] {
    let bytes = Bytes()
    let surface = cairo_pdf_surface_create_for_stream(Bytes.append, bytes.closure, width, height)
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    // A date would make every file another one.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, nil)
    try draw(on: surface, fonts)
    return bytes.bytes
  }

  private func png(_ fonts: CairoFonts) throws(FigureError) -> [UInt8] {
    let scale = Self.dotsPerInch / PageSize.pointsPerInch
    let (columns, rows) = ((width * scale).rounded(), (height * scale).rounded())
    // What cairo can hold at most.
    guard columns < 32_767, rows < 32_767 else { throw .notDrawn(reason: "too large for a PNG") }
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(columns), Int32(rows))
    defer { cairo_surface_destroy(surface) }
    cairo_surface_set_device_scale(surface, scale, scale)
    let bytes = Bytes()
    try draw(on: surface, fonts) {
      cairo_surface_write_to_png_stream(surface, Bytes.append, bytes.closure)
    }
    return PNGResolution.stated(in: bytes.bytes, dotsPerInch: Self.dotsPerInch)
  }

  /// Draws everything and ends the surface.
  private func draw(
    on surface: OpaquePointer?, _ fonts: CairoFonts,
    writing: () -> cairo_status_t = { CAIRO_STATUS_SUCCESS }
  ) throws(FigureError) {
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    CairoPen(context: context, fonts: fonts).draw(self)
    var status = cairo_status(context)
    if status == CAIRO_STATUS_SUCCESS { status = writing() }
    cairo_surface_finish(surface)
    if status == CAIRO_STATUS_SUCCESS { status = cairo_surface_status(surface) }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .notDrawn(reason: String(cString: cairo_status_to_string(status)))
    }
  }
}
