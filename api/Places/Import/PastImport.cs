namespace Jizhou.Public.Api.Places.Import;

/// <summary>An import as it is remembered. Its counts and its actor are blank when it was made before they were kept.</summary>
/// <param name="Number">Grows with time.</param>
/// <param name="File">Name of its file, or what was edited by hand.</param>
/// <param name="At">Milliseconds since 1970.</param>
/// <param name="UndoneAt">When it was taken back, or null.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Added">New places.</param>
/// <param name="Changed">Changed places.</param>
/// <param name="Removed">Removed places.</param>
/// <param name="Retired">Sample places that were retired.</param>
/// <param name="Refused">Rows that were refused.</param>
public sealed record PastImport(long Number, string File, long At, long? UndoneAt, string Actor, long Added, long Changed, long Removed, long Retired, long Refused);
