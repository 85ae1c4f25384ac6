
namespace RevenueModel.Import;

/// <summary>What became of reading a value by the formats that are left.</summary>
internal enum FormatResult
{
    /// <summary>All formats that read it read it alike.</summary>
    Read,

    /// <summary>No format reads it.</summary>
    Unreadable,

    /// <summary>Two formats read it differently.</summary>
    Ambiguous,
}
