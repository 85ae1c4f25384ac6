using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What a customer pays today and under a proposal, for the same usage; made by
/// <see cref="BillComparisonCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
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

    /// <summary>The customer.</summary>
    public string Customer { get; }

    /// <summary>The customer's plan today.</summary>
    public PricePlan CurrentPlan { get; }

    /// <summary>The plan that is proposed to the customer.</summary>
    public PricePlan ProposedPlan { get; }

    /// <summary>The bills today.</summary>
    public BillSummary Current { get; }

    /// <summary>The bills under the proposed plan.</summary>
    public BillSummary Proposed { get; }

    /// <summary>The months whose bill under the proposed plan is far above that of the same month today.</summary>
    public BillShocks MigrationShocks { get; }

    /// <summary>What the customer pays over all months, today and then.</summary>
    public BillChange Change => new(Current.Total, Proposed.Total);

    /// <summary>Gets which plan is cheaper for the customer: <see cref="Preference.First"/> for the current one (the
    /// customer loses by the change), <see cref="Preference.Second"/> for the proposed one (the customer
    /// wins).</summary>
    public Preference Better => Change.Better;

    /// <summary>The comparison in words.</summary>
    public override string ToString() => Invariant(
        $"{Customer}: {Change} from {CurrentPlan.Name} to {ProposedPlan.Name}, {Plural.Of(MigrationShocks.Shocks.Count, "migration shock")}");
}
