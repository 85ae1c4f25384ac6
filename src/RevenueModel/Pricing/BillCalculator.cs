using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>Computes the bill of a <see cref="PricePlan"/>, before prepaid credits and earlier invoices. Nothing is
/// rounded.</summary>
/// <remarks>
/// An invoice bills the same amounts line by line, rounded to the minor unit. Each method calls
/// <see cref="PricePlan.Validate"/> first.
/// </remarks>
public static class BillCalculator
{
    private const int MaxOnStack = 16;

    /// <summary>Rates a charge for a whole period, step by step.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="metered">The quantity of the meter of the charge, zero or more. For a capacity price, one quantity
    /// for each of its meters.</param>
    /// <returns>The steps and the amount, not rounded.</returns>
    /// <exception cref="ArgumentException">The charge contradicts itself (see <see cref="PricePlan.Validate"/>), a
    /// quantity is negative or above the last tier, the number of quantities is not that of the meters, the amount
    /// does not fit a decimal, or the price has terms for single transactions. For such prices use
    /// <see cref="MonthlyAmounts"/>, invoices or <see cref="RatingCalculator"/>.</exception>
    public static RatedCharge Rate(Charge charge, params ReadOnlySpan<decimal> metered)
    {
        int count = ChargeTerms.CountOfMeters(Guard.Against.Null(charge));
        if (PricePlanValidator.ConflictIn(charge) is { } conflict)
        {
            throw new ArgumentException(conflict, nameof(charge));
        }

        if (metered.Length != count)
        {
            throw OtherMeters(nameof(metered), metered.Length, "charge", charge.Name, ChargeTerms.MetersOf(charge));
        }

        RequireNotNegative(metered, nameof(metered));
        try
        {
            NoSteps none = default;
            return new ChargeTerms(charge, count).Rate(ChargePeriod.Whole, new PeriodUsage(metered, []), 0m, ref none);
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within($"charge \"{charge.Name}\"", refused, nameof(metered));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"charge \"{charge.Name}\"", nameof(metered), overflow);
        }
    }

    /// <inheritdoc cref="Rate(Charge, ReadOnlySpan{decimal})"/>
    public static RatedCharge Rate(Charge charge, IEnumerable<decimal> metered) => Rate(charge, metered.AsItems());

    /// <summary>Returns the amount that a plan bills for a whole period, the first of the contract.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="quantities">The usage of each of <see cref="PricePlan.Meters"/>, in their order, zero or
    /// more.</param>
    /// <returns>The amount, not rounded.</returns>
    /// <exception cref="ArgumentException">The plan contradicts itself (see <see cref="PricePlan.Validate"/>), a
    /// quantity is negative or above the last tier, the number of quantities is not that of the meters, an amount does
    /// not fit a decimal, or a price has terms for single transactions. For such prices use
    /// <see cref="MonthlyAmounts"/> or invoices.</exception>
    /// <example><code>
    /// var calls = new Charge { Name = "calls", Price = PriceModel.PerUnit(0.01m) };
    /// var plan = new PricePlan { Name = "Team", BaseFee = 99m, Charges = [calls] };
    /// decimal due = BillCalculator.Amount(plan, 5_000m);
    /// Console.WriteLine(due); // 149.00
    /// </code></example>
    public static decimal Amount(PricePlan plan, params ReadOnlySpan<decimal> quantities) =>
        Bill(plan, quantities).Amount;

    /// <inheritdoc cref="Amount(PricePlan, ReadOnlySpan{decimal})"/>
    public static decimal Amount(PricePlan plan, IEnumerable<decimal> quantities) =>
        Amount(plan, quantities.AsItems());

    /// <summary>Returns the bill of a plan for a whole period, the first of the contract, step by step.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="quantities">The usage of each of <see cref="PricePlan.Meters"/>, in their order, zero or
    /// more.</param>
    /// <returns>The steps and the amount, not rounded.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Amount(PricePlan, ReadOnlySpan{decimal})"/>.</exception>
    public static PeriodBill Bill(PricePlan plan, params ReadOnlySpan<decimal> quantities)
    {
        PlanTerms terms = TermsFor(plan, quantities);
        return terms.Evaluate(PeriodTerms.First, new PeriodUsage(quantities, []), [], nameof(quantities));
    }

    /// <inheritdoc cref="Bill(PricePlan, ReadOnlySpan{decimal})"/>
    public static PeriodBill Bill(PricePlan plan, IEnumerable<decimal> quantities) => Bill(plan, quantities.AsItems());

    /// <summary>Explains the bill of a plan for a whole period, the first of the contract.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="quantities">The usage of each of <see cref="PricePlan.Meters"/>, in their order, zero or
    /// more.</param>
    /// <returns>The steps in the order of evaluation. Their amounts sum to <see cref="PeriodBill.Amount"/>.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Amount(PricePlan, ReadOnlySpan{decimal})"/>.</exception>
    public static ValueList<BillStep> Explain(PricePlan plan, params ReadOnlySpan<decimal> quantities)
    {
        PlanTerms terms = TermsFor(plan, quantities);
        var steps = new StepList();
        _ = terms.Evaluate(PeriodTerms.First, new PeriodUsage(quantities, []), [], [], nameof(quantities), ref steps);
        return steps.Steps.ToValueList();
    }

    /// <inheritdoc cref="Explain(PricePlan, ReadOnlySpan{decimal})"/>
    public static ValueList<BillStep> Explain(PricePlan plan, IEnumerable<decimal> quantities) =>
        Explain(plan, quantities.AsItems());

    /// <summary>Computes the amounts that a plan with one meter bills many customers for a whole period.</summary>
    /// <param name="plan">A plan that bills one meter.</param>
    /// <param name="quantities">The usage of each customer, zero or more.</param>
    /// <param name="destination">Receives an amount for each customer; of the same length.</param>
    /// <exception cref="ArgumentException">The plan contradicts itself (see <see cref="PricePlan.Validate"/>) or bills
    /// more than one meter, a quantity is negative or above the last tier, an amount does not fit a decimal, a price
    /// has terms for single transactions, or the lengths differ. The message names the position.</exception>
    /// <remarks>Each amount is equal to <see cref="Amount(PricePlan, ReadOnlySpan{decimal})"/> to the last
    /// digit.</remarks>
    public static void Amounts(PricePlan plan, ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        PlanTerms terms = Guard.Against.Null(plan).Validated(nameof(plan));
        DomainGuards.RequireSameLength(quantities.Length, destination.Length);
        if (terms.Meters.Count != 1)
        {
            throw new ArgumentException(
                Invariant($"Plan \"{plan.Name}\" bills {terms.Meters.Count} meters; one is expected here."),
                nameof(plan));
        }

        int rated = 0;
        try
        {
            RequireNotNegative(quantities, nameof(quantities));
            rated = terms.Amounts(quantities, destination, nameof(quantities));
        }
        catch (ArgumentException)
        {
            RefuseFrom(plan, quantities, 0); // the bulk form does not name the position
            throw;
        }

        RefuseFrom(plan, quantities, rated);
    }

    // Rates one quantity after another to find the one that is refused, and names its position.
    private static void RefuseFrom(PricePlan plan, ReadOnlySpan<decimal> quantities, int first)
    {
        int i = first;
        try
        {
            for (; i < quantities.Length; i++)
            {
                _ = Bill(plan, quantities.Slice(i, 1));
            }
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(Invariant($"quantities[{i}]"), refused, nameof(quantities));
        }
    }

    /// <summary>Computes the amounts that a plan bills a customer in each month of a history. Usage is smoothed,
    /// allowances are carried, and commitments count by contract year.</summary>
    /// <param name="plan">The plan. Its billing period is a month.</param>
    /// <param name="history">The usage. Meters that the plan does not bill are ignored.</param>
    /// <param name="destination">Receives the amount of each month; of the length of the history.</param>
    /// <exception cref="ArgumentException">The plan contradicts itself (see <see cref="PricePlan.Validate"/>), the
    /// history lacks a meter of the plan or the transactions that a price needs, usage is above a last tier, an amount
    /// does not fit a decimal, or the lengths differ. The message names the customer, the month and the
    /// charge.</exception>
    /// <remarks>
    /// A contract year that is not completely within the history has no true-up, and its overage counts from the first
    /// month of the history.
    /// </remarks>
    public static void MonthlyAmounts(PricePlan plan, UsageHistory history, Span<decimal> destination)
    {
        PlanTerms terms = Guard.Against.Null(plan).Validated(nameof(plan));
        RateMonths(terms, Guard.Against.Null(history), textOfMonth: null, nameof(history), destination);
    }

    /// <summary>Computes the monthly amounts of a plan for a history, with messages for calculators of other
    /// rooms.</summary>
    /// <param name="terms">The validated plan.</param>
    /// <param name="history">The usage.</param>
    /// <param name="textOfMonth">Returns the name of a month in messages, such as <c>Year 2</c>, for a month counted
    /// from zero. Default: the customer and the month.</param>
    /// <param name="parameterName">The parameter of the caller that holds the usage.</param>
    /// <param name="destination">Receives the amount of each month.</param>
    internal static void RateMonths(
        PlanTerms terms,
        UsageHistory history,
        Func<int, string>? textOfMonth,
        string parameterName,
        Span<decimal> destination)
    {
        DomainGuards.RequireSameLength(history.Months, destination.Length);
        var months = new HistoryMonths(terms, history, textOfMonth, parameterName);
        ReadOnlySpan<int> series = Find(months, stackalloc int[MaxOnStack]);
        if (series.Length == 1 && terms.IsSameEachPeriod && !terms.NeedsTransactions)
        {
            RateEachAlone(months, history.Series[series[0]].Quantities.AsSpan(), destination);
            return;
        }

        int charges = terms.Charges.Length;
        Span<decimal> carried = charges <= MaxOnStack ? stackalloc decimal[charges] : new decimal[charges];
        Span<decimal> quantities = series.Length <= MaxOnStack
            ? stackalloc decimal[series.Length]
            : new decimal[series.Length];
        carried.Clear();
        decimal spent = 0m;
        int monthsBefore = MonthsBetween(history.ContractStart, history.Start);
        ValueList<decimal>[] transactions = terms.NeedsTransactions ? new ValueList<decimal>[series.Length] : [];
        int month = 0;
        try
        {
            for (; month < destination.Length; month++)
            {
                int ofContract = monthsBefore + month;
                spent = ofContract % 12 == 0 ? 0m : spent;
                for (int i = 0; i < series.Length; i++)
                {
                    quantities[i] =
                        Smoothed(history.Series[series[i]].Quantities.AsSpan(), month, terms.SmoothingPeriods);
                }

                for (int i = 0; i < transactions.Length; i++)
                {
                    ValueList<ValueList<decimal>> ofMeter = history.Series[series[i]].Transactions;
                    transactions[i] = ofMeter.IsEmpty ? [] : ofMeter[month];
                }

                var period = new PeriodTerms(
                    PeriodShare.All,
                    (ofContract / 12) + 1,
                    ofContract + 1,
                    spent,
                    IsFinal: true,
                    IsLastOfYear: ofContract % 12 == 11 && month >= 11); // only if the history covers the whole year
                PeriodBill bill = terms.Evaluate(
                    period, new PeriodUsage(quantities, transactions), carried, parameterName);
                spent += bill.Counted;
                destination[month] = bill.Amount;
            }
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(months.TextOf(month), refused);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(months.TextOf(month), parameterName, overflow);
        }
    }

    // Computes months that do not depend on each other, in bulk.
    private static void RateEachAlone(
        in HistoryMonths months, ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        int rated = 0;
        try
        {
            rated = months.Terms.Amounts(quantities, destination, months.ParameterName);
        }
        catch (ArgumentException)
        {
            RefuseFrom(months, quantities); // the bulk form does not name the month
            throw;
        }

        RefuseFrom(months, quantities[rated..]);
    }

    private static void RefuseFrom(in HistoryMonths months, ReadOnlySpan<decimal> quantities)
    {
        int month = months.History.Months - quantities.Length;
        try
        {
            for (; !quantities.IsEmpty; quantities = quantities[1..], month++)
            {
                _ = months.Terms.Evaluate(
                    PeriodTerms.First, new PeriodUsage(quantities[..1], []), [], months.ParameterName);
            }
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(months.TextOf(month), refused);
        }
    }

    /// <summary>Returns the mean usage of a month and the months before it in the window.</summary>
    internal static decimal Smoothed(ReadOnlySpan<decimal> quantities, int month, int window)
    {
        if (window == 1)
        {
            return quantities[month];
        }

        int first = Math.Max(month - window + 1, 0);
        decimal sum = 0m;
        foreach (decimal quantity in quantities[first..(month + 1)])
        {
            sum += quantity;
        }

        return DivisionNoise.Remove(sum / (month + 1 - first), sum);
    }

    private static ReadOnlySpan<int> Find(in HistoryMonths months, Span<int> places)
    {
        ReadOnlySpan<string> meters = months.Terms.Meters.AsSpan();
        places = meters.Length <= places.Length ? places[..meters.Length] : new int[meters.Length];
        for (int i = 0; i < meters.Length; i++)
        {
            places[i] = NameLookup.IndexOf(months.History.Series.AsSpan(), meters[i], static one => one.Meter);
            if (places[i] < 0)
            {
                throw new ArgumentException(
                    $"{months.History.Customer} had no usage of \"{meters[i]}\", which plan "
                        + $"\"{months.Terms.Plan.Name}\" bills; a series for it is expected.",
                    months.ParameterName);
            }
        }

        return places;
    }

    private static int MonthsBetween(NodaTime.YearMonth from, NodaTime.YearMonth to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private static PlanTerms TermsFor(PricePlan plan, ReadOnlySpan<decimal> quantities)
    {
        PlanTerms terms = Guard.Against.Null(plan).Validated(nameof(plan));
        if (quantities.Length != terms.Meters.Count)
        {
            throw OtherMeters(nameof(quantities), quantities.Length, "plan", plan.Name, terms.Meters);
        }

        RequireNotNegative(quantities, nameof(quantities));
        return terms;
    }

    private static ArgumentException OtherMeters(
        string name, int count, string kind, string payer, ValueList<string> meters) => new(
        Invariant($"{name} had {Plural.Of(count, "value")}; one for each meter of {kind} \"{payer}\" is expected, ")
            + Invariant($"in the order {meters}."),
        name);

    private static void RequireNotNegative(ReadOnlySpan<decimal> quantities, string name)
    {
        foreach (decimal quantity in quantities)
        {
            Guard.Against.BelowZero(quantity, name);
        }
    }
}
