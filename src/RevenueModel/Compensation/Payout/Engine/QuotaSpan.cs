using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The days of a person under a component of a plan, by which the quota is prorated.</summary>
internal readonly record struct QuotaSpan(
    CompPlan Plan,
    PayComponent Component,
    DateSpan Days,
    ValueList<Absence> Absences = default)
{
    /// <summary>Gets the target that attainment is measured against.</summary>
    public PayTarget? Target { get; init; } = Component.Target;
}
