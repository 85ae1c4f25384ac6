using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>States which motion a value of the source's type column means.</summary>
/// <remarks>Immutable; equal by value. Goes before the values that the importer knows: New Business, New Customer,
/// New Logo, Existing Business, Upgrade, Upsell, Cross-sell, Add-on, Expansion, Renewal.</remarks>
public sealed record MotionMapping
{
    private MotionMapping(string source, DealMotion motion)
    {
        Source = source;
        Motion = motion;
    }

    /// <summary>The value in the file.</summary>
    public string Source { get; }

    /// <summary>What it means.</summary>
    public DealMotion Motion { get; }

    /// <summary>Creates a mapping.</summary>
    /// <param name="source">The value in the file; case, spaces and punctuation may differ.</param>
    /// <param name="motion">What it means.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty, or <paramref name="motion"/> is not
    /// defined.</exception>
    public static MotionMapping Of(string source, DealMotion motion) =>
        new(Guard.Against.Blank(source), Guard.Against.Undefined(motion));

    /// <summary>The mapping in words.</summary>
    public override string ToString() => Invariant($"\"{Source}\" = {Motion}");
}
