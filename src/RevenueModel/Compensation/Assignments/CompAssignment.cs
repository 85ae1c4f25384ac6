using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The assignment of a plan to a person for a span of days.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompAssignment
{
    private CompAssignment(CompPlan plan, DateSpan inForce)
    {
        Plan = plan;
        InForce = inForce;
    }

    /// <summary>Gets the plan.</summary>
    public CompPlan Plan { get; }

    /// <summary>Gets the days on which the plan is in force for the person.</summary>
    public DateSpan InForce { get; }

    /// <summary>Gets the treatment of attainment and quota at the change from the previous plan. Default: the new plan
    /// starts from zero.</summary>
    public QuotaContinuity Continuity
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(Continuity));
    }

    /// <summary>Gets the absences of the person under the plan; no two share a day.</summary>
    public ValueList<Absence> Absences { get; init => field = RequireSeparate(value, nameof(Absences)); }

    /// <summary>Creates an assignment for all days on which a plan is effective.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The assignment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static CompAssignment Of(CompPlan plan) => new(Guard.Against.Null(plan), plan.Effective);

    /// <summary>Creates an assignment for a span of days.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inForce">The days on which the plan is in force for the person; the plan is effective on each of
    /// them.</param>
    /// <param name="continuity">The treatment of attainment and quota at the change from the previous plan. Default:
    /// the new plan starts from zero.</param>
    /// <param name="absences">The absences of the person under the plan; no two share a day. Default: none.</param>
    /// <returns>The assignment.</returns>
    /// <exception cref="ArgumentException">The plan is not effective on one of the days, or two absences share a
    /// day.</exception>
    public static CompAssignment Of(
        CompPlan plan,
        DateSpan inForce,
        QuotaContinuity continuity = QuotaContinuity.StartsAnew,
        IEnumerable<Absence>? absences = null) =>
        Guard.Against.Null(plan).Effective.Contains(inForce)
            ? new CompAssignment(plan, inForce)
            {
                Continuity = Guard.Against.Undefined(continuity),
                Absences = RequireSeparate((absences ?? []).ToValueList(), nameof(absences)),
            }
            : throw new ArgumentOutOfRangeException(
                nameof(inForce),
                Invariant($"{nameof(InForce)} was {inForce}; days within those on which plan \"{plan.Role}\" is ")
                    + $"effective, {plan.Effective}, are expected.");

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => $"{Plan.Role} {InForce}";

    private static ValueList<Absence> RequireSeparate(ValueList<Absence> absences, string name)
    {
        for (int i = 0; i < absences.Count; i++)
        {
            Guard.Against.Null(absences[i], name);
            for (int earlier = 0; earlier < i; earlier++)
            {
                if (absences[i].Days.Overlaps(absences[earlier].Days))
                {
                    throw new ArgumentException(
                        $"{name} had {absences[earlier].Days} and {absences[i].Days}, which share a day; "
                            + "separate absences are expected.",
                        name);
                }
            }
        }

        return absences;
    }
}

/// <summary>The treatment of attainment and quota if one plan follows another within a measurement period.</summary>
/// <remarks>It applies to components with the same measure and measurement period, if there is no gap between the
/// plans.</remarks>
public enum QuotaContinuity
{
    /// <summary>Each plan is measured separately: its quota and its pay at quota are prorated by its own days. The
    /// default; common for a transfer to another role.</summary>
    StartsAnew = 0,

    /// <summary>Attainment is carried over: earlier credits count toward the new quota, neither quota is prorated at
    /// the change, and each credit is paid at the rate of the plan in force when it counts. Pay for earlier credits
    /// does not change. Common for a quota change within a role.</summary>
    CarriesAttainment = 1,

    /// <summary>The period has one blended quota: the sum of both quotas, each prorated by its days. The pay at quota
    /// is blended in the same way. Earlier credits are rerated by the blended quota. Used if the year is settled as a
    /// whole.</summary>
    BlendsQuota = 2,
}
