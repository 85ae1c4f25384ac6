using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What the same ARR comes to after renewal under two pricing models; made by
/// <see cref="RenewalOutlookCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Differences are second less first.</remarks>
public sealed record RenewalComparison
{
    internal RenewalComparison(RenewalOutlook first, RenewalOutlook second)
    {
        First = first;
        Second = second;
    }

    /// <summary>The outlook under the first model.</summary>
    public RenewalOutlook First { get; }

    /// <summary>The outlook under the second model.</summary>
    public RenewalOutlook Second { get; }

    /// <summary>The ARR that the second model keeps more: each may be anywhere in its band, whatever the other
    /// is.</summary>
    public Band<decimal> Difference => Less(Second.Renewed, First.Renewed, 1m);

    /// <summary>The percentage points by which more contracts renew under the second model, before any price
    /// pressure.</summary>
    public decimal RetentionPoints =>
        (Second.Retention.RenewalRetention - First.Retention.RenewalRetention) * 100m;

    /// <summary>The percentage points of ARR up for renewal that the second model keeps more, after price
    /// pressure.</summary>
    public Band<decimal> ArrPoints => Less(Second.Retention.ArrRetention, First.Retention.ArrRetention, 100m);

    /// <summary>The comparison in words.</summary>
    public override string ToString() => Invariant(
        $"{Second.Retention.Name} against {First.Retention.Name}: {RetentionPoints:+0.##;-0.##;0} points of retention, {ArrPoints:0.##} points of ARR, {Difference:#,0.##} of ARR");

    private static Band<decimal> Less(Band<decimal> second, Band<decimal> first, decimal scale) => Band.Between(
        (second.Min - first.Max.GetValueOrDefault()) * scale, (second.Max.GetValueOrDefault() - first.Min) * scale);
}
