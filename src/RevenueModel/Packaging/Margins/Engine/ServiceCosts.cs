using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Computes the cost to serve a customer in each month.</summary>
internal static class ServiceCosts
{
    /// <summary>Computes the cost of each month of a history.</summary>
    /// <param name="cost">The cost to serve usage.</param>
    /// <param name="history">The usage of the customer.</param>
    /// <param name="costs">Receives the cost of each month.</param>
    /// <param name="ofMeter">A buffer for the cost of one meter in each month.</param>
    /// <param name="historyName">The caller's parameter that holds the history.</param>
    /// <exception cref="ArgumentException">The history lacks a meter of the cost, usage is above a last tier, or a
    /// cost is too large for a decimal.</exception>
    public static void OfMonths(
        CostToServe cost,
        UsageHistory history,
        Span<decimal> costs,
        Span<decimal> ofMeter,
        string historyName)
    {
        costs.Fill(cost.FixedPerMonth);
        foreach (MeterCost meter in cost.Meters)
        {
            ReadOnlySpan<decimal> quantities =
                HistoryGuards.SeriesOf(history, meter.Meter, ", to which the cost refers", historyName);
            AddOfMeter(
                meter,
                quantities,
                costs,
                ofMeter,
                history,
                history.Months,
                historyName);
        }
    }

    /// <summary>Returns the cost of a month with a number of units of one meter.</summary>
    /// <param name="cost">The cost to serve usage.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="quantity">The units of the meter.</param>
    /// <param name="name">The caller's parameter that holds the cost.</param>
    /// <exception cref="ArgumentException">The units are above a last tier of the cost, or the cost is too large for a
    /// decimal.</exception>
    public static decimal OfMonth(CostToServe cost, string meter, decimal quantity, string name)
    {
        if (NameLookup.Find(cost.Meters.AsSpan(), meter, static one => one.Meter) is not { } ofMeter)
        {
            return cost.FixedPerMonth;
        }

        try
        {
            return cost.FixedPerMonth + RatingCalculator.Amount(ofMeter.Cost, quantity);
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(
                Invariant($"The cost of {quantity:#,0.######} included \"{meter}\""), refused, name);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The cost of {quantity:#,0.######} included \"{meter}\""), name, overflow);
        }
    }

    /// <summary>Adds the cost of a meter to each month.</summary>
    /// <param name="meter">The cost of the meter.</param>
    /// <param name="quantities">The usage of each month.</param>
    /// <param name="costs">The cost of each month, which is added to.</param>
    /// <param name="ofMeter">A buffer for the cost of the meter in each month.</param>
    /// <param name="history">The history that messages name, or null for columns.</param>
    /// <param name="monthsPerCustomer">The months of each customer of columns.</param>
    /// <param name="name">The caller's parameter that holds the usage.</param>
    /// <exception cref="ArgumentException">Usage is above a last tier, or a cost is too large for a
    /// decimal.</exception>
    public static void AddOfMeter(
        MeterCost meter,
        ReadOnlySpan<decimal> quantities,
        Span<decimal> costs,
        Span<decimal> ofMeter,
        UsageHistory? history,
        int monthsPerCustomer,
        string name)
    {
        try
        {
            RatingCalculator.Amounts(meter.Cost, quantities, ofMeter);
        }
        catch (ArgumentException refused)
        {
            int refusedMonth = FindRefused(meter.Cost, quantities); // the bulk form does not name the month
            throw DomainGuards.Within(
                $"{TextOf(history, monthsPerCustomer, refusedMonth)}, cost of \"{meter.Meter}\"", refused, name);
        }

        int month = 0;
        try
        {
            for (; month < costs.Length; month++)
            {
                costs[month] += ofMeter[month];
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                $"{TextOf(history, monthsPerCustomer, month)}: the cost with that of \"{meter.Meter}\"",
                name,
                overflow);
        }
    }

    private static string TextOf(UsageHistory? history, int monthsPerCustomer, int month) => history is null
        ? Invariant($"Customer {(month / monthsPerCustomer) + 1}, month {(month % monthsPerCustomer) + 1}")
        : Invariant($"Customer \"{history.Customer}\" in {history.Start.PlusMonths(month):uuuu-MM}");

    private static int FindRefused(QuantityPrice price, ReadOnlySpan<decimal> quantities)
    {
        for (int month = 0; month < quantities.Length; month++)
        {
            try
            {
                _ = RatingCalculator.Amount(price, quantities[month]);
            }
            catch (ArgumentException)
            {
                return month;
            }
        }

        return 0;
    }
}
