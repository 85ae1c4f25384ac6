
namespace RevenueModel.Packaging;

/// <summary>The customers of a tier between two boundaries, in figures that do not depend on its fee.</summary>
internal readonly record struct TierFigures
{
    /// <summary>Their months.</summary>
    public decimal Months { get; init; }

    /// <summary>Of these, the months above the upper boundary.</summary>
    public decimal Above { get; init; }

    /// <summary>How often one of two months in a row is above the upper boundary and the other is not.</summary>
    public decimal Crossings { get; init; }

    /// <summary>What they pay today.</summary>
    public decimal Today { get; init; }

    /// <summary>What they pay today in a month, on average.</summary>
    public decimal Mean { get; init; }

    /// <summary>The least that they are to pay.</summary>
    public decimal Least { get; init; }

    /// <summary>The most that they are to pay.</summary>
    public decimal Most { get; init; }
}
