using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What a plan bills along a growth curve; made by <see cref="PricePlanProjectionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PricePlanProjection
{
    internal PricePlanProjection(PricePlan plan, string unitMeter, ValueList<ProjectedBill> bills)
    {
        Plan = plan;
        UnitMeter = unitMeter;
        Bills = bills;
    }

    /// <summary>The plan.</summary>
    public PricePlan Plan { get; }

    /// <summary>The meter that effective prices are told for.</summary>
    public string UnitMeter { get; }

    /// <summary>The bill at each point, in order.</summary>
    public ValueList<ProjectedBill> Bills { get; }

    /// <summary>The projection in words.</summary>
    public override string ToString() => Plan.Name + ": " + string.Join("; ", Bills);
}
