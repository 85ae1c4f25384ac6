using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>How far a component has come in its measurement period by the end of a statement.</summary>
/// <param name="Role">The role of the plan.</param>
/// <param name="Measure">What the component is paid on.</param>
/// <param name="Period">The measurement period.</param>
/// <param name="Credited">What counts toward the target so far.</param>
/// <param name="Target">The target of the period, prorated and ramped.</param>
/// <param name="TargetPay">The pay of the period at target, prorated.</param>
/// <param name="Earned">The pay of the period so far.</param>
public readonly record struct ComponentAttainment(
    string Role,
    CompMeasure Measure,
    DateSpan Period,
    decimal Credited,
    decimal Target,
    decimal TargetPay,
    decimal Earned)
{
    /// <summary>What is attained: <c>credited / target</c>, or <see langword="null"/> where the target is zero, as that of a
    /// period that a ramp leaves without quota.</summary>
    public decimal? Attainment => Quotient.Of(Credited, Target);

    /// <summary>The attainment in words.</summary>
    public override string ToString() => Invariant(
        $"{Measure?.Name}: {Measure?.Format(Credited)} of {Measure?.Format(Target)}{(Attainment is { } attained ? Invariant($", {attained * 100m:0.##}%") : "")}, {Earned:#,0.00} of {TargetPay:#,0.00} at target");
}
