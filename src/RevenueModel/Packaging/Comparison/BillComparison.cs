using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What customers pay today and under a proposal, for the same usage; made by
/// <see cref="BillComparisonCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Totals are over all customers.</remarks>
public sealed record BillComparison
{
    internal BillComparison(BillShockRule rule, ValueList<CustomerBillComparison> customers)
    {
        Rule = rule;
        Customers = customers;
        var current = default(BillVariation);
        var proposed = default(BillVariation);
        var currentShocks = default(BillShockTally);
        var proposedShocks = default(BillShockTally);
        var migrationShocks = default(BillShockTally);
        foreach (CustomerBillComparison customer in customers)
        {
            current = current.Add(customer.Current.Variation);
            proposed = proposed.Add(customer.Proposed.Variation);
            currentShocks.Add(customer.Current.Shocks);
            proposedShocks.Add(customer.Proposed.Shocks);
            migrationShocks.Add(customer.MigrationShocks);
            Count(customer);
        }

        Current = new BillSummary(current, currentShocks.ToShocks());
        Proposed = new BillSummary(proposed, proposedShocks.ToShocks());
        MigrationShocks = migrationShocks.ToShocks();
    }

    /// <summary>What a shock is.</summary>
    public BillShockRule Rule { get; }

    /// <summary>A comparison for each history, in their order.</summary>
    public ValueList<CustomerBillComparison> Customers { get; }

    /// <summary>All bills today.</summary>
    public BillSummary Current { get; }

    /// <summary>All bills under the proposed plans.</summary>
    public BillSummary Proposed { get; }

    /// <summary>The months of all customers whose bill under the proposed plan is far above that of the same month
    /// today.</summary>
    public BillShocks MigrationShocks { get; }

    /// <summary>What all customers pay, today and then: what the proposal does to revenue where usage stays.</summary>
    public BillChange Change => new(Current.Total, Proposed.Total);

    /// <summary>The number of customers that pay less.</summary>
    public int WinnerCount { get; private set; }

    /// <summary>The number of customers that pay more.</summary>
    public int LoserCount { get; private set; }

    /// <summary>The number of customers that pay the same.</summary>
    public int UnchangedCount => Customers.Count - WinnerCount - LoserCount;

    /// <summary>The customer that saves most, the first of several, or <see langword="null"/> where none pays
    /// less.</summary>
    public CustomerBillComparison? LargestWin { get; private set; }

    /// <summary>The customer that pays most in addition, the first of several, or <see langword="null"/> where none
    /// pays more.</summary>
    public CustomerBillComparison? LargestLoss { get; private set; }

    /// <summary>The customers that pay less, the largest saving first; those of the same in the order of the
    /// histories.</summary>
    public ValueList<CustomerBillComparison> Winners() => Ordered(Preference.Second, WinnerCount);

    /// <summary>The customers that pay more, the largest addition first; those of the same in the order of the
    /// histories.</summary>
    public ValueList<CustomerBillComparison> Losers() => Ordered(Preference.First, LoserCount);

    /// <summary>The comparison in words.</summary>
    public override string ToString() => Invariant(
        $"{Plural.Of(Customers.Count, "customer")}: {Change}; winners {WinnerCount:#,0}, losers {LoserCount:#,0}, ")
        + Invariant($"unchanged {UnchangedCount:#,0}; {Plural.Of(MigrationShocks.Shocks.Count, "migration shock")}");

    private void Count(CustomerBillComparison customer)
    {
        switch (customer.Better)
        {
            case Preference.Second:
                WinnerCount++;
                LargestWin = customer.Change.Amount < (LargestWin?.Change.Amount ?? 0m) ? customer : LargestWin;
                break;
            case Preference.First:
                LoserCount++;
                LargestLoss = customer.Change.Amount > (LargestLoss?.Change.Amount ?? 0m) ? customer : LargestLoss;
                break;
        }
    }

    private ValueList<CustomerBillComparison> Ordered(Preference better, int count)
    {
        var found = new CustomerBillComparison[count];
        var keys = new (decimal Size, int Place)[count]; // the place keeps those of the same size in order
        int next = 0;
        foreach (CustomerBillComparison customer in Customers)
        {
            if (customer.Better == better)
            {
                keys[next] = (-Math.Abs(customer.Change.Amount), next);
                found[next++] = customer;
            }
        }

        Array.Sort(keys, found);
        return ValueList.Own(found);
    }
}
