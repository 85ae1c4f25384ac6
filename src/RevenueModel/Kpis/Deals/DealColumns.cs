using Ardalis.GuardClauses;

namespace RevenueModel.Kpis;

/// <summary>Deals in columns, for many rows: one element of each column is one deal.</summary>
public readonly ref struct DealColumns
{
    /// <summary>Gets the numbers of the segments, from 0, or -1 for deals without a segment.</summary>
    public required ReadOnlySpan<int> Segments { get; init; }

    /// <summary>Gets the days from creation to close, zero or more, or -1 if they are not known.</summary>
    public required ReadOnlySpan<int> CycleDays { get; init; }

    /// <summary>Gets the traits of the deals. Contradicting ones, such as won and lost, or rivals without
    /// competition, are refused.</summary>
    public required ReadOnlySpan<DealTraits> Traits { get; init; }

    /// <summary>Gets the names of the segments by number.</summary>
    public required ReadOnlySpan<string> SegmentNames { get; init; }

    internal void Validate(string name)
    {
        if (CycleDays.Length != Segments.Length || Traits.Length != Segments.Length)
        {
            throw new ArgumentException(
                Invariant($"{name} had {Segments.Length} Segments, {CycleDays.Length} CycleDays and ")
                    + Invariant($"{Traits.Length} Traits; columns of one length are expected."),
                name);
        }

        foreach (string segment in SegmentNames)
        {
            Guard.Against.NullOrWhiteSpace(segment, name);
        }
    }
}
