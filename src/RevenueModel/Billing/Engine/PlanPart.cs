using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Days of a billing period under one plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Days">The days.</param>
/// <param name="Change">The convention of the change on the first day; <see langword="null"/> without a
/// change.</param>
internal sealed record PlanPart(PricePlan Plan, DateSpan Days, PlanChangeConvention? Change);
