using System.Text.Json.Serialization;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The bills of a customer under the current plan and under a proposed one, for the same usage. Created by
/// <see cref="BillComparisonCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CustomerBillComparison
{
    internal CustomerBillComparison(
        string customer,
        PricePlan currentPlan,
        PricePlan proposedPlan,
        BillSummary current,
        BillSummary proposed,
        BillShocks migrationShocks)
    {
        Customer = customer;
        CurrentPlan = currentPlan;
        ProposedPlan = proposedPlan;
        Current = current;
        Proposed = proposed;
        MigrationShocks = migrationShocks;
    }

    /// <summary>Gets the name of the customer.</summary>
    public string Customer { get; }

    /// <summary>Gets the current plan of the customer.</summary>
    public PricePlan CurrentPlan { get; }

    /// <summary>Gets the proposed plan of the customer.</summary>
    public PricePlan ProposedPlan { get; }

    /// <summary>Gets the summary of the bills under the current plan.</summary>
    public BillSummary Current { get; }

    /// <summary>Gets the summary of the bills under the proposed plan.</summary>
    public BillSummary Proposed { get; }

    /// <summary>Gets the months in which the bill under the proposed plan is a shock compared with the current bill of
    /// the same month.</summary>
    public BillShocks MigrationShocks { get; }

    /// <summary>Gets the total over all months, current and proposed.</summary>
    public BillChange Change => new(Current.Total, Proposed.Total);

    /// <summary>Gets the cheaper plan for the customer: <see cref="Preference.First"/> for the current plan (the
    /// customer loses by the change), <see cref="Preference.Second"/> for the proposed one (the customer
    /// wins).</summary>
    public Preference Better => Change.Better;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant(
        $"{Customer}: {Change} from {CurrentPlan.Name} to {ProposedPlan.Name}, ")
        + Plural.Of(MigrationShocks.Shocks.Count, "migration shock");
}
