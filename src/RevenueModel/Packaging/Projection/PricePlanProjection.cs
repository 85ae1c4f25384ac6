using System.Text.Json.Serialization;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The bills of a plan along a growth curve. Created by
/// <see cref="PricePlanProjectionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PricePlanProjection
{
    internal PricePlanProjection(PricePlan plan, string unitMeter, ValueList<ProjectedBill> bills)
    {
        Plan = plan;
        UnitMeter = unitMeter;
        Bills = bills;
    }

    /// <summary>Gets the plan.</summary>
    public PricePlan Plan { get; }

    /// <summary>Gets the meter to which effective prices refer.</summary>
    public string UnitMeter { get; }

    /// <summary>Gets the bill at each point, in order.</summary>
    public ValueList<ProjectedBill> Bills { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Plan.Name + ": " + string.Join("; ", Bills);
}
