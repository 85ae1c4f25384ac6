
namespace RevenueModel.Import;

/// <summary>The result of reading a value with the remaining formats.</summary>
internal enum FormatResult
{
    /// <summary>All formats that read it agree.</summary>
    Read,

    /// <summary>No format reads it.</summary>
    Unreadable,

    /// <summary>Two formats read it differently.</summary>
    Ambiguous,
}
