using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The renewals of the same ARR under two pricing models. Created by
/// <see cref="RenewalOutlookCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Differences are second less first.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RenewalComparison
{
    internal RenewalComparison(RenewalOutlook first, RenewalOutlook second)
    {
        First = first;
        Second = second;
    }

    /// <summary>Gets the outlook under the first model.</summary>
    public RenewalOutlook First { get; }

    /// <summary>Gets the outlook under the second model.</summary>
    public RenewalOutlook Second { get; }

    /// <summary>Gets the additional ARR that renews under the second model. Each of the two may be anywhere in its
    /// band, independent of the other.</summary>
    public Band<decimal> Difference => Less(Second.Renewed, First.Renewed, 1m);

    /// <summary>Gets the percentage points by which more contracts renew under the second model, before price
    /// pressure.</summary>
    public decimal RetentionPoints =>
        (Second.Retention.RenewalRetention - First.Retention.RenewalRetention) * 100m;

    /// <summary>Gets the percentage points of ARR up for renewal by which more renews under the second model, after
    /// price pressure.</summary>
    public Band<decimal> ArrPoints => Less(Second.Retention.ArrRetention, First.Retention.ArrRetention, 100m);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant(
        $"{Second.Retention.Name} against {First.Retention.Name}: ")
        + Invariant($"{RetentionPoints:+0.##;-0.##;0} points of retention, ")
        + Invariant($"{ArrPoints:0.##} points of ARR, {Difference:#,0.##} of ARR");

    private static Band<decimal> Less(Band<decimal> second, Band<decimal> first, decimal scale) => Band.Between(
        (second.Min - first.Max.GetValueOrDefault()) * scale, (second.Max.GetValueOrDefault() - first.Min) * scale);
}
