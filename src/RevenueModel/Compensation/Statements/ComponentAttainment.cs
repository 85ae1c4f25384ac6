using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The attainment of a component in its measurement period at the end of a statement.</summary>
/// <param name="Role">The role of the plan.</param>
/// <param name="Measure">The measure of the component.</param>
/// <param name="Period">The measurement period.</param>
/// <param name="Credited">The credit so far, in the unit of the measure.</param>
/// <param name="Target">The target of the period, prorated and ramped, in the unit of the measure;
/// <see langword="null"/> for a component without a target.</param>
/// <param name="TargetPay">The pay of the period at target, prorated; <see langword="null"/> if the component pays
/// rates.</param>
/// <param name="Earned">The pay of the period so far, an amount of money.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ComponentAttainment(
    string Role,
    CompMeasure Measure,
    DateSpan Period,
    decimal Credited,
    decimal? Target,
    decimal? TargetPay,
    decimal Earned)
{
    /// <summary>Gets the attainment, <c>credited / target</c>, or <see langword="null"/> if there is no target or the
    /// target is zero, such as in a period in which a ramp leaves no quota.</summary>
    public decimal? Attainment => Target is { } target ? Quotient.Of(Credited, target) : null;

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"{Measure?.Name}: {Measure?.Format(Credited)}")
        + (Target is { } target ? " of " + Measure?.Format(target) : "")
        + (Attainment is { } attained ? Invariant($", {attained * 100m:0.##}%") : "")
        + Invariant($", {Earned:#,0.00}")
        + (TargetPay is { } pay ? Invariant($" of {pay:#,0.00} at target") : " earned");
}
