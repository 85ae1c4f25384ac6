using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Many subjects in columns: one row for each subject, in any order.</summary>
/// <remarks>Times are whole numbers, such as days. The columns are not copied. One pass counts them.</remarks>
public readonly ref struct SurvivalColumns
{
    /// <summary>Creates columns without rows.</summary>
    public SurvivalColumns()
    {
    }

    /// <summary>Gets the time of the event or of the end of observation of each row, zero or more.</summary>
    public required ReadOnlySpan<int> Times { get; init; }

    /// <summary>Gets the cause of the event of each row, between 1 and 255; 0 if it is censored.</summary>
    public required ReadOnlySpan<byte> Causes { get; init; }

    /// <summary>Gets the time from which each row is observed: zero, or more than zero and before its end. Default:
    /// empty, all from the start.</summary>
    public ReadOnlySpan<int> Entries { get; init; }

    /// <summary>Gets the weight of each row, zero or more; all weights sum to at most 10^18. Default: empty, one
    /// each.</summary>
    public ReadOnlySpan<long> Weights { get; init; }

    /// <summary>Returns the number of rows.</summary>
    public override string ToString() => Plural.Of(Times.Length, "row");
}
