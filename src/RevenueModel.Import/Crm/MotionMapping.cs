using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>States the sales motion of a value in the type column.</summary>
/// <remarks>
/// Immutable; equal by value. It takes precedence over the known values: New Business, New Customer, New Logo,
/// Existing Business, Upgrade, Upsell, Cross-sell, Add-on, Expansion, Renewal.
/// </remarks>
public sealed record MotionMapping
{
    private MotionMapping(string source, DealMotion motion)
    {
        Source = source;
        Motion = motion;
    }

    /// <summary>Gets the value in the file.</summary>
    public string Source { get; }

    /// <summary>Gets the motion.</summary>
    public DealMotion Motion { get; }

    /// <summary>Creates a mapping.</summary>
    /// <param name="source">The value in the file; case, spaces and punctuation may differ.</param>
    /// <param name="motion">The motion.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty, or <paramref name="motion"/> is not
    /// defined.</exception>
    public static MotionMapping Of(string source, DealMotion motion) =>
        new(Guard.Against.Blank(source), Guard.Against.Undefined(motion));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"\"{Source}\" = {Motion}");
}
