using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The days on which a plan is in force for a person.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CompAssignment
{
    private CompAssignment(CompPlan plan, DateSpan inForce)
    {
        Plan = plan;
        InForce = inForce;
    }

    /// <summary>The plan.</summary>
    public CompPlan Plan { get; }

    /// <summary>The days on which it is in force for the person.</summary>
    public DateSpan InForce { get; }

    /// <summary>Puts a plan in force for as long as it is effective.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The assignment.</returns>
    public static CompAssignment Of(CompPlan plan) => new(Guard.Against.Null(plan), plan.Effective);

    /// <summary>Puts a plan in force for a span of days.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inForce">The days, on each of which the plan is effective.</param>
    /// <returns>The assignment.</returns>
    /// <exception cref="ArgumentException">A day is outside those on which the plan is effective.</exception>
    public static CompAssignment Of(CompPlan plan, DateSpan inForce) =>
        Guard.Against.Null(plan).Effective.Contains(inForce)
            ? new CompAssignment(plan, inForce)
            : throw new ArgumentOutOfRangeException(
                nameof(inForce),
                Invariant($"{nameof(InForce)} was {inForce}; days within those on which plan \"{plan.Role}\" is effective, {plan.Effective}, are expected."));

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Plan.Role} {InForce}");
}
