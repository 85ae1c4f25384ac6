
namespace RevenueModel.Import;

/// <summary>The source of the format of dates or numbers.</summary>
public enum FormatSource
{
    /// <summary>The caller stated it.</summary>
    Stated = 0,

    /// <summary>It is the only format that reads the values of the file.</summary>
    Detected = 1,

    /// <summary>Several formats read every value so far with the same result, such as 1200.</summary>
    Undetermined = 2,

    /// <summary>The file has no value of this kind so far.</summary>
    NotNeeded = 3,
}
