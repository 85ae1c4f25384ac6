using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Measures the effective price per unit of each customer, such as an operation or a task: by month, its
/// trend, and the last bill compared with a shock.</summary>
/// <remarks>
/// <para>The effective price of a month is <c>bill / quantity</c>, all charges and fees included. It is for the weekly
/// pricing-tier review, the most important review of the week in the published cadence (iPaaS 2027, section 5.3). It
/// finds bills that triple before the customer receives them (section 2.3).</para>
/// <para>Bills are those of <see cref="BillCalculator.MonthlyAmounts"/>; nothing is rounded.</para>
/// </remarks>
public static class EffectivePriceCalculator
{
    /// <summary>Measures the effective price of one customer.</summary>
    /// <param name="plan">The plan of the customer.</param>
    /// <param name="meter">The meter whose unit is priced, billed or not.</param>
    /// <param name="history">The usage of the customer.</param>
    /// <param name="options">The compared months and the limits. Default: the defaults of
    /// <see cref="EffectivePriceOptions"/>.</param>
    /// <returns>The prices of the months, their trend, and the last bill compared with a shock.</returns>
    /// <exception cref="ArgumentException">The history lacks the meter or a meter of the plan, ends after the month of
    /// the last day of usage, or has single transactions in a month in progress; usage is above a last tier; or
    /// amounts are too large for a decimal.</exception>
    /// <example><code>
    /// Charge tasks = new() { Name = "tasks", Price = PriceModel.PerUnit(0.10m) };
    /// var plan = new PricePlan { Name = "Team", BaseFee = 100m, Charges = [tasks] };
    /// UsageHistory history = UsageHistory.Of("Acme", new YearMonth(2026, 10), "tasks", [500m, 1_000m]);
    /// CustomerEffectivePrice price = EffectivePriceCalculator.Measure(plan, "tasks", history);
    /// Console.WriteLine(price.Last); // 2026-11: 200.00 for 1,000, 0.20 a unit
    /// </code></example>
    public static CustomerEffectivePrice Measure(
        PricePlan plan,
        string meter,
        UsageHistory history,
        EffectivePriceOptions? options = null) =>
        MeasureEach(
            AssignedPlans.Of([plan], [history], nameof(plan), nameof(history)),
            meter,
            [history],
            options ?? new EffectivePriceOptions(),
            nameof(history))[0];

    /// <summary>Reviews the effective prices of customers under one plan.</summary>
    /// <param name="plan">The plan of all customers.</param>
    /// <param name="meter">The meter whose unit is priced, billed or not.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="options">The compared months and the limits. Default: the defaults of
    /// <see cref="EffectivePriceOptions"/>.</param>
    /// <returns>The customers with their counts; those that need a review come first.</returns>
    /// <exception cref="ArgumentException">A history lacks the meter or a meter of the plan, ends after the month of
    /// the last day of usage, or has single transactions in a month in progress; usage is above a last tier; or
    /// amounts are too large for a decimal.</exception>
    public static EffectivePriceReview Review(
        PricePlan plan,
        string meter,
        ReadOnlySpan<UsageHistory> histories,
        EffectivePriceOptions? options = null) =>
        Review(AssignedPlans.Of([plan], histories, nameof(plan), nameof(histories)), meter, histories, options);

    /// <inheritdoc cref="Review(PricePlan, string, ReadOnlySpan{UsageHistory}, EffectivePriceOptions)"/>
    public static EffectivePriceReview Review(
        PricePlan plan,
        string meter,
        IEnumerable<UsageHistory> histories,
        EffectivePriceOptions? options = null) => Review(plan, meter, histories.AsItems(), options);

    /// <summary>Reviews the effective prices of customers with individual plans.</summary>
    /// <param name="plans">The plan of all customers, or one for each history, in order.</param>
    /// <param name="meter">The meter whose unit is priced, billed or not.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="options">The compared months and the limits. Default: the defaults of
    /// <see cref="EffectivePriceOptions"/>.</param>
    /// <returns>The customers with their counts; those that need a review come first.</returns>
    /// <exception cref="ArgumentException">A history lacks the meter or a meter of its plan, ends after the month of
    /// the last day of usage, or has single transactions in a month in progress; the number of plans is neither one
    /// nor that of the histories; usage is above a last tier; or amounts are too large for a decimal.</exception>
    public static EffectivePriceReview Review(
        ReadOnlySpan<PricePlan> plans,
        string meter,
        ReadOnlySpan<UsageHistory> histories,
        EffectivePriceOptions? options = null) =>
        Review(AssignedPlans.Of(plans, histories, nameof(plans), nameof(histories)), meter, histories, options);

    /// <inheritdoc cref="Review(ReadOnlySpan{PricePlan}, string, ReadOnlySpan{UsageHistory}, EffectivePriceOptions)"/>
    public static EffectivePriceReview Review(
        IEnumerable<PricePlan> plans,
        string meter,
        IEnumerable<UsageHistory> histories,
        EffectivePriceOptions? options = null) => Review(plans.AsItems(), meter, histories.AsItems(), options);

    private static EffectivePriceReview Review(
        AssignedPlans plans,
        string meter,
        ReadOnlySpan<UsageHistory> histories,
        EffectivePriceOptions? options)
    {
        options ??= new EffectivePriceOptions();
        CustomerEffectivePrice[] customers = MeasureEach(plans, meter, histories, options, nameof(histories));
        var places = new int[customers.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        Array.Sort(places, (left, right) => // the place keeps the order of equal customers
            CompareUrgency(customers[left], customers[right]) is var order and not 0 ? order : left.CompareTo(right));
        var ordered = new CustomerEffectivePrice[customers.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            ordered[i] = customers[places[i]];
        }

        return new EffectivePriceReview(meter, options, ValueList.Own(ordered));
    }

    private static int CompareUrgency(CustomerEffectivePrice left, CustomerEffectivePrice right)
    {
        int order = right.Status.CompareTo(left.Status);
        order = order != 0 ? order : Nullable.Compare(right.ShockShare, left.ShockShare);
        return order != 0 ? order : Nullable.Compare(right.PriceChange, left.PriceChange);
    }

    private static CustomerEffectivePrice[] MeasureEach(
        AssignedPlans plans,
        string meter,
        ReadOnlySpan<UsageHistory> histories,
        EffectivePriceOptions options,
        string historyName)
    {
        Guard.Against.Blank(meter);
        var buffer = new decimal[plans.LongestMonths];
        var customers = new CustomerEffectivePrice[histories.Length];
        for (int i = 0; i < customers.Length; i++)
        {
            try
            {
                customers[i] = MeasureOne(plans[i], meter, histories[i], options, buffer, historyName);
            }
            catch (ArgumentException refused)
            {
                throw HistoryGuards.At(i, refused, historyName);
            }
        }

        return customers;
    }

    private static CustomerEffectivePrice MeasureOne(
        PricePlan plan,
        string meter,
        UsageHistory history,
        EffectivePriceOptions options,
        decimal[] buffer,
        string historyName)
    {
        bool isAtPace = PresentPace.IsInProgress(history, options.UsageThrough, historyName);
        UsageHistory whole = isAtPace ? PresentPace.Of(history, options.UsageThrough!.Value, historyName) : history;
        Span<decimal> bills = buffer.AsSpan(0, whole.Months);
        BillCalculator.RateMonths(plan.Terms, whole, textOfMonth: null, historyName, bills);
        ReadOnlySpan<decimal> quantities =
            HistoryGuards.SeriesOf(whole, meter, ", to which prices refer", historyName);
        int recent = Math.Max(bills.Length - options.RecentMonths, 0);
        try
        {
            var months = new EffectivePrice[bills.Length];
            for (int month = 0; month < months.Length; month++)
            {
                months[month] = new EffectivePrice(whole.Start.PlusMonths(month), bills[month], quantities[month]);
            }

            (decimal sum, int count) = BillShockCalculator.ReferenceOf(bills, bills.Length - 1, options.ShockRule);
            bool isCompared = count > 0 && sum > 0m;
            return new CustomerEffectivePrice(
                history.Customer,
                plan,
                ValueList.Own(months),
                isAtPace,
                isCompared ? options.ShockRule.BoundOf(sum, count) : null,
                isCompared && options.ShockRule.IsShock(bills[^1], sum, count),
                PriceOver(bills[recent..], quantities[recent..]),
                PriceOver(bills[..recent], quantities[..recent]),
                SlopeOf(months),
                options);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                $"Customer \"{history.Customer}\": a sum of bills or of effective prices of \"{meter}\"",
                historyName,
                overflow);
        }
    }

    private static decimal? PriceOver(ReadOnlySpan<decimal> bills, ReadOnlySpan<decimal> quantities)
    {
        decimal bill = 0m;
        decimal quantity = 0m;
        for (int month = 0; month < bills.Length; month++)
        {
            bill += bills[month];
            quantity += quantities[month];
        }

        return quantity > 0m ? bill / quantity : null;
    }

    // (n Σxy - Σx Σy) / (n Σx² - (Σx)²) over the months with a price, where x is the position of the month.
    private static decimal? SlopeOf(ReadOnlySpan<EffectivePrice> months)
    {
        decimal count = 0m;
        decimal sumX = 0m;
        decimal sumY = 0m;
        decimal sumXX = 0m;
        decimal sumXY = 0m;
        for (int x = 0; x < months.Length; x++)
        {
            if (months[x].PricePerUnit is { } price)
            {
                count++;
                sumX += x;
                sumY += price;
                sumXX += (decimal)x * x;
                sumXY += x * price;
            }
        }

        return count < 2m ? null : ((count * sumXY) - (sumX * sumY)) / ((count * sumXX) - (sumX * sumX));
    }
}
