using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>A published band of net revenue retention beside the retention that a published curve implies. Created by
/// <see cref="NrrComparisonCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Retention is a ratio: 1.18 is 118%.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record NrrComparison
{
    internal NrrComparison(Band<decimal> published, int fromMonth, int toMonth, double multiple, double survival)
    {
        Published = published;
        FromMonth = fromMonth;
        ToMonth = toMonth;
        Multiple = multiple;
        Survival = survival;
    }

    /// <summary>Gets the published retention of twelve months.</summary>
    public Band<decimal> Published { get; }

    /// <summary>Gets the month of the account from which the curve is measured.</summary>
    public int FromMonth { get; }

    /// <summary>Gets the month of the account up to which the curve is measured.</summary>
    public int ToMonth { get; }

    /// <summary>Gets the multiple of the curve between the months, of an account that stays.</summary>
    public double Multiple { get; }

    /// <summary>Gets the share of accounts that stays between the months, between 0 and 1.</summary>
    public double Survival { get; }

    /// <summary>Gets the retention of twelve months that the curve implies for accounts that stay:
    /// <c>multiple^(12 / months)</c>.</summary>
    public double ImpliedBeforeChurn => 1 + GrowthComparison.PerYear(Multiple, Years);

    /// <summary>Gets the retention of twelve months that curve and survival imply:
    /// <c>(multiple × survival)^(12 / months)</c>.</summary>
    public double Implied => 1 + GrowthComparison.PerYear(Multiple * Survival, Years);

    /// <summary>Gets the survival of twelve months at which the curve would give the middle of the published band, or
    /// <see langword="null"/> if the band has no upper end or the curve does not reach it even without
    /// churn.</summary>
    public double? SurvivalForMiddle =>
        Published.Interpolate(0.5m) is { } middle && (double)middle <= ImpliedBeforeChurn && ImpliedBeforeChurn > 0
            ? (double)middle / ImpliedBeforeChurn
            : null;

    /// <summary>Gets the position of the implied retention relative to the published band.</summary>
    public BandPosition Position => Implied < (double)Published.Min ? BandPosition.Below
        : Published.Max is { } max && Implied > (double)max ? BandPosition.Above
        : BandPosition.In;

    /// <summary>Gets the percentage points from the implied retention to the nearer end of the published band; zero
    /// inside it.</summary>
    public double PointsOutside => Position switch
    {
        BandPosition.Below => ((double)Published.Min - Implied) * 100,
        BandPosition.Above => (Implied - (double)Published.Max.GetValueOrDefault()) * 100,
        _ => 0,
    };

    private double Years => (ToMonth - FromMonth) / 12.0;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string outside = Position switch
        {
            BandPosition.Below => Invariant($", {PointsOutside:0.0} points below it"),
            BandPosition.Above => Invariant($", {PointsOutside:0.0} points above it"),
            _ => ", within it",
        };
        return Invariant($"published NRR {Published:0%}; the curve implies {ImpliedBeforeChurn * 100:0.0}% ")
            + Invariant($"before churn and {Implied * 100:0.0}% after it{outside}");
    }
}
