using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>What a <see cref="PricePlan"/> bills, before prepaid credits and what was billed before; nothing is
/// rounded.</summary>
/// <remarks>An invoice bills the same with lines and words, to the minor unit.</remarks>
public static class BillCalculator
{
    private const int MostOnStack = 16;

    /// <summary>What a charge comes to in a whole period.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="metered">The quantity of its meter, zero or more; of a capacity price, one for each of its
    /// meters.</param>
    /// <exception cref="ArgumentException">A quantity is negative or above the last tier, their number is not that of the
    /// meters, the parts of the charge do not go together, or its price has terms for single transactions: those are for
    /// <see cref="MonthlyAmounts"/>, invoices and <see cref="RatingCalculator"/>.</exception>
    public static RatedCharge Rate(Charge charge, params ReadOnlySpan<decimal> metered)
    {
        int count = ChargeTerms.CountOfMeters(Guard.Against.Null(charge));
        if (metered.Length != count)
        {
            throw OtherMeters(nameof(metered), metered.Length, "charge", charge.Name, ChargeTerms.MetersOf(charge));
        }

        RequireNotNegative(metered);
        var terms = new ChargeTerms(charge, count);
        try
        {
            return terms.Rate(PeriodShare.All, new PeriodUsage(metered, []), 0m);
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within($"charge \"{charge.Name}\"", refused);
        }
    }

    /// <summary>What a plan bills for a whole period, the first of the contract.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="quantities">The usage of each of <see cref="PricePlan.Meters"/>, in their order, zero or more.</param>
    /// <exception cref="ArgumentException">A quantity is negative or above the last tier, their number is not that of the
    /// meters, the parts of the plan do not go together, or a price has terms for single transactions: those are for
    /// <see cref="MonthlyAmounts"/> and invoices.</exception>
    public static decimal Amount(PricePlan plan, params ReadOnlySpan<decimal> quantities) => Bill(plan, quantities).Amount;

    /// <summary>How what a plan bills for a whole period, the first of the contract, comes about.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="quantities">The usage of each of <see cref="PricePlan.Meters"/>, in their order, zero or more.</param>
    /// <exception cref="ArgumentException">As for <see cref="Amount"/>.</exception>
    public static PeriodBill Bill(PricePlan plan, params ReadOnlySpan<decimal> quantities)
    {
        PlanTerms terms = Guard.Against.Null(plan).Terms;
        if (quantities.Length != terms.Meters.Count)
        {
            throw OtherMeters(nameof(quantities), quantities.Length, "plan", plan.Name, terms.Meters);
        }

        RequireNotNegative(quantities);
        return terms.Evaluate(PeriodTerms.First, new PeriodUsage(quantities, []), [], []);
    }

    /// <summary>What a plan with one meter bills each of many customers for a whole period.</summary>
    /// <param name="plan">A plan that bills one meter.</param>
    /// <param name="quantities">The usage of each customer, zero or more.</param>
    /// <param name="destination">Receives an amount for each; of the same length.</param>
    /// <exception cref="ArgumentException">The plan bills more than one meter, a quantity is negative or above the last tier, a
    /// price has terms for single transactions, the lengths differ, or the parts of the plan do not go together.</exception>
    /// <remarks>Each is equal to <see cref="Amount"/> to the last digit.</remarks>
    public static void Amounts(PricePlan plan, ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        PlanTerms terms = Guard.Against.Null(plan).Terms;
        DomainGuards.RequireSameLength(quantities.Length, destination.Length);
        if (terms.Meters.Count != 1)
        {
            throw new ArgumentException(
                Invariant($"Plan \"{plan.Name}\" bills {terms.Meters.Count} meters; one is expected here."), nameof(plan));
        }

        RequireNotNegative(quantities);
        terms.Amounts(quantities, destination);
    }

    /// <summary>What a plan bills a customer in each month of a history: smoothed, with allowances carried, and commitments
    /// by year of the contract.</summary>
    /// <param name="plan">The plan; a billing period is a month.</param>
    /// <param name="history">The usage; meters that the plan does not bill are passed over.</param>
    /// <param name="destination">Receives the amount of each month; as many as the history has.</param>
    /// <exception cref="ArgumentException">The history lacks a meter of the plan, or the transactions of one that a price has
    /// terms for, usage is above a last tier, the lengths differ, or the parts of the plan do not go together.</exception>
    /// <remarks>A contract year that the history does not have whole, at its start or at its end, has no true-up, and what is
    /// beyond its commitment counts from the first month of the history.</remarks>
    public static void MonthlyAmounts(PricePlan plan, UsageHistory history, Span<decimal> destination)
    {
        PlanTerms terms = Guard.Against.Null(plan).Terms;
        DomainGuards.RequireSameLength(Guard.Against.Null(history).Months, destination.Length);
        ReadOnlySpan<int> series = Find(terms, history, stackalloc int[MostOnStack]);
        if (series.Length == 1 && terms.IsSameEachPeriod && !terms.NeedsTransactions
            && TryAmounts(terms, history.Series[series[0]].Quantities.AsSpan(), destination))
        {
            return;
        }

        int charges = terms.Charges.Length;
        Span<decimal> carried = charges <= MostOnStack ? stackalloc decimal[charges] : new decimal[charges];
        Span<decimal> quantities = series.Length <= MostOnStack ? stackalloc decimal[series.Length] : new decimal[series.Length];
        carried.Clear();
        decimal spent = 0m;
        int monthsBefore = MonthsBetween(history.ContractStart, history.Start);
        ValueList<decimal>[] transactions = terms.NeedsTransactions ? new ValueList<decimal>[series.Length] : [];
        for (int month = 0; month < destination.Length; month++)
        {
            int ofContract = monthsBefore + month;
            spent = ofContract % 12 == 0 ? 0m : spent;
            for (int i = 0; i < series.Length; i++)
            {
                quantities[i] = Smoothed(history.Series[series[i]].Quantities.AsSpan(), month, terms.SmoothingPeriods);
            }

            for (int i = 0; i < transactions.Length; i++)
            {
                ValueList<ValueList<decimal>> ofMeter = history.Series[series[i]].Transactions;
                transactions[i] = ofMeter.IsEmpty ? [] : ofMeter[month];
            }

            var period = new PeriodTerms(
                PeriodShare.All, (ofContract / 12) + 1, spent, IsFinal: true, IsLastOfYear: ofContract % 12 == 11 && month >= 11); // of a year that the history has whole
            PeriodBill bill = Bill(terms, period, new PeriodUsage(quantities, transactions), carried, history, month);
            spent += bill.Counted;
            destination[month] = bill.Amount;
        }
    }

    private static bool TryAmounts(PlanTerms terms, ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        try
        {
            terms.Amounts(quantities, destination);
            return true;
        }
        catch (ArgumentException)
        {
            return false; // month by month it is named
        }
    }

    private static PeriodBill Bill(
        PlanTerms terms,
        in PeriodTerms period,
        in PeriodUsage usage,
        Span<decimal> carried,
        UsageHistory history,
        int month)
    {
        try
        {
            return terms.Evaluate(period, usage, carried, []);
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(Invariant($"{history.Customer} in {history.Start.PlusMonths(month):uuuu-MM}"), refused);
        }
    }

    /// <summary>The mean of a month's usage and that of the months before it in the window.</summary>
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

    private static ReadOnlySpan<int> Find(PlanTerms terms, UsageHistory history, Span<int> places)
    {
        int count = terms.Meters.Count;
        places = count <= places.Length ? places[..count] : new int[count];
        for (int i = 0; i < count; i++)
        {
            places[i] = -1;
            for (int at = 0; at < history.Series.Count; at++)
            {
                if (string.Equals(history.Series[at].Meter, terms.Meters[i], StringComparison.OrdinalIgnoreCase))
                {
                    places[i] = at;
                }
            }

            if (places[i] < 0)
            {
                throw new ArgumentException(
                    $"{history.Customer} had no usage of \"{terms.Meters[i]}\", which plan \"{terms.Plan.Name}\" bills; a series for it is expected.",
                    nameof(history));
            }
        }

        return places;
    }

    private static int MonthsBetween(NodaTime.YearMonth from, NodaTime.YearMonth to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private static ArgumentException OtherMeters(string name, int count, string kind, string payer, ValueList<string> meters) => new(
        Invariant($"{name} had {Plural.Of(count, "value")}; one for each meter of {kind} \"{payer}\" is expected, in the order {meters}."), name);

    private static void RequireNotNegative(ReadOnlySpan<decimal> quantities)
    {
        foreach (decimal quantity in quantities)
        {
            Guard.Against.BelowZero(quantity, nameof(quantities));
        }
    }
}
