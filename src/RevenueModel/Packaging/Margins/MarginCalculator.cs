using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What usage costs to serve beside what it is billed: the margin of each customer, of each tier and of a
/// unit.</summary>
/// <remarks>
/// <para>Costs are those of a month's metered usage, whatever of it is billed: included units, smoothing and caps move
/// revenue and not cost. Nothing is rounded.</para>
/// <para>A vendor that prices operations and does not know what one costs its customers, and itself, is the failure that the
/// iPaaS document leads with (iPaaS 2027, summary and section 2.3).</para>
/// </remarks>
public static class MarginCalculator
{
    /// <summary>The margins of customers.</summary>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="plans">The plan of all, or one for each history, in order.</param>
    /// <param name="cost">What usage costs to serve.</param>
    /// <param name="floor">The margin that none is meant to be below, a fraction.</param>
    /// <exception cref="ArgumentException">A history lacks a meter of its plan or of the cost, usage is above a last tier, the
    /// number of plans is neither one nor that of the histories, or the floor is no fraction.</exception>
    /// <remarks>
    /// A month lies in the tier, of the first charge of its plan with several, that its billed quantity does: smoothed,
    /// converted, and less the allowance with what was carried to it. Equal plans are one. A true-up for a contract year
    /// counts for the month that bills it.
    /// </remarks>
    public static MarginReport Measure(
        ReadOnlySpan<UsageHistory> histories,
        ReadOnlySpan<PricePlan> plans,
        CostToServe cost,
        decimal floor)
    {
        Guard.Against.Null(cost);
        Guard.Against.NotFraction(floor);
        AssignedPlans assigned = AssignedPlans.Of(plans, histories.Length, nameof(plans));
        decimal[] room = AssignedPlans.RoomFor(histories);
        decimal[] costs = AssignedPlans.RoomFor(histories);
        decimal[] ofMeter = AssignedPlans.RoomFor(histories);
        var customers = new CustomerMargin[histories.Length];
        var byPlan = new OrderedDictionary<PricePlan, TieredCharge>();
        for (int i = 0; i < customers.Length; i++)
        {
            UsageHistory history = histories[i];
            ReadOnlySpan<decimal> bills = assigned.BillsOf(i, history, room);
            AddCosts(cost, history, costs.AsSpan(0, history.Months), ofMeter.AsSpan(0, history.Months));
            if (!byPlan.TryGetValue(assigned[i], out TieredCharge? tiers))
            {
                byPlan.Add(assigned[i], tiers = new TieredCharge(assigned[i]));
            }

            customers[i] = new CustomerMargin(
                history.Customer, assigned[i], MeasureMonths(history, bills, costs, cost.Meters[0].Meter, tiers));
        }

        return new MarginReport(
            floor,
            cost.Meters[0].Meter,
            ValueList.Own(customers),
            byPlan.Values.SelectMany(static tiers => tiers.Margins()).ToValueList());
    }

    private static void AddCosts(CostToServe cost, UsageHistory history, Span<decimal> costs, Span<decimal> ofMeter)
    {
        costs.Fill(cost.FixedPerMonth);
        foreach (MeterCost meter in cost.Meters)
        {
            RatingCalculator.Amounts(meter.Cost, SeriesOf(history, meter.Meter), ofMeter);
            for (int month = 0; month < costs.Length; month++)
            {
                costs[month] += ofMeter[month];
            }
        }
    }

    private static MarginFigures MeasureMonths(
        UsageHistory history,
        ReadOnlySpan<decimal> bills,
        ReadOnlySpan<decimal> costs,
        string unitMeter,
        TieredCharge tiers)
    {
        ReadOnlySpan<decimal> quantities = SeriesOf(history, unitMeter);
        var sum = default(MarginFigures);
        decimal carried = 0m;
        for (int month = 0; month < bills.Length; month++)
        {
            var figures = new MarginFigures(1, quantities[month], bills[month], costs[month]);
            sum = sum.Combine(figures);
            tiers.Add(tiers.TierIn(history, month, ref carried), figures);
        }

        return sum;
    }

    private static ReadOnlySpan<decimal> SeriesOf(UsageHistory history, string meter) =>
        history.Find(meter) is { } series
            ? series.Quantities.AsSpan()
            : throw new ArgumentException(
                $"{history.Customer} had no usage of \"{meter}\", which the cost is of; a series for it is expected.", nameof(history));
}
