using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The bills of customers under their current plans and under proposed ones, for the same usage. Created by
/// <see cref="BillComparisonCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Totals are over all customers.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
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

    /// <summary>Gets the definition of a bill shock.</summary>
    public BillShockRule Rule { get; }

    /// <summary>Gets the comparison for each history, in order.</summary>
    public ValueList<CustomerBillComparison> Customers { get; }

    /// <summary>Gets the summary of all bills under the current plans.</summary>
    public BillSummary Current { get; }

    /// <summary>Gets the summary of all bills under the proposed plans.</summary>
    public BillSummary Proposed { get; }

    /// <summary>Gets the months of all customers in which the bill under the proposed plan is a shock compared with
    /// the current bill of the same month.</summary>
    public BillShocks MigrationShocks { get; }

    /// <summary>Gets the total of all customers under the current and the proposed plans: the effect on revenue at
    /// unchanged usage.</summary>
    public BillChange Change => new(Current.Total, Proposed.Total);

    /// <summary>Gets the number of customers that pay less.</summary>
    public int WinnerCount { get; private set; }

    /// <summary>Gets the number of customers that pay more.</summary>
    public int LoserCount { get; private set; }

    /// <summary>Gets the number of customers that pay the same.</summary>
    public int UnchangedCount => Customers.Count - WinnerCount - LoserCount;

    /// <summary>Gets the customer with the largest saving, or <see langword="null"/> if no customer pays less. Of
    /// equal ones, the first.</summary>
    public CustomerBillComparison? LargestWin { get; private set; }

    /// <summary>Gets the customer with the largest increase, or <see langword="null"/> if no customer pays more. Of
    /// equal ones, the first.</summary>
    public CustomerBillComparison? LargestLoss { get; private set; }

    /// <summary>Returns the customers that pay less, the largest saving first. Equal ones are in the order of the
    /// histories.</summary>
    /// <returns>The customers.</returns>
    public ValueList<CustomerBillComparison> Winners() => Ordered(Preference.Second, WinnerCount);

    /// <summary>Returns the customers that pay more, the largest increase first. Equal ones are in the order of the
    /// histories.</summary>
    /// <returns>The customers.</returns>
    public ValueList<CustomerBillComparison> Losers() => Ordered(Preference.First, LoserCount);

    /// <summary>Returns a readable description, the same in every culture.</summary>
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
        var keys = new (decimal Size, int Place)[count]; // the place keeps the order of equal sizes
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
