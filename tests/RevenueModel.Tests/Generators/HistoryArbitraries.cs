using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Generators;

/// <summary>Random histories of accounts.</summary>
public static class HistoryArbitraries
{
    /// <summary>
    /// The number of histories of each property. The environment variable <c>HISTORIES</c> sets another number, for a
    /// long run.
    /// </summary>
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("HISTORIES"), out int count) ? count : 50;

    public static Arbitrary<History> History() => Arb.From(
        Gen.Choose(0, int.MaxValue - 1).Select(Of), HistoryShrinker.Simpler);

    /// <summary>The history of a seed.</summary>
    public static History Of(int seed)
    {
        var dice = new HistoryDice(seed);
        BillingCycle cycle = Cycle(dice);
        bool hasMonths = cycle.Interval.Unit == BillingUnit.Month;
        LocalDate start = new LocalDate(2024, 1, 1).PlusDays(dice.From(0, 1_200));
        start = dice.Percent(40) ? start.With(DateAdjusters.EndOfMonth).PlusDays(dice.From(-2, 1)) : start;
        cycle = dice.Percent(30) ? cycle with { Anchor = start.PlusDays(dice.From(-40, 40)) } : cycle;
        int most = hasMonths ? 14 / cycle.Interval.Count : 6;
        int window = dice.Percent(20) ? dice.From(2, 3) : 1;
        var plans = new HistoryPlans(dice, window, hasMonths);
        var history = new History
        {
            Seed = seed,
            Plan = plans.Next(),
            Currency = Currency.Of(dice.Of("USD", "EUR", "JPY", "KWD")),
            Start = start,
            Cycle = cycle,
            Rounding = dice.Percent(70) ? InvoiceRounding.Default : new InvoiceRounding
            {
                Level = dice.Of(RoundingLevel.Line, RoundingLevel.Invoice),
                Amounts = dice.Of(Enum.GetValues<RoundingRule>()),
                Tax = dice.Of(Enum.GetValues<RoundingRule>()),
            },
            TaxRate = dice.Of(0m, 0.19m, 0.2m, 0.0825m),
            Periods = dice.Percent(60) ? Math.Min(dice.From(1, 4), most) : most,
        };
        LocalDate end = new HistoryCalendar(history).Periods().Last().Service.End!.Value;
        history = history with { Changes = Changes(dice, plans, history, end) };
        history = dice.Percent(35) ? history with { End = End(dice, history, end) } : history;
        return history with
        {
            Credits = Credits(dice, history, end),
            Usage = Usage(dice, history, end),
            Carried = dice.Percent(10) && history.Plan.Charges.Any(charge => charge.Name == "calls")
                ? [CarriedAllowance.Of("calls", dice.Amount(50))]
                : [],
            SpentInYear = dice.Percent(10) ? dice.From(0, 900) : 0m,
        };
    }

    private static BillingCycle Cycle(HistoryDice dice)
    {
        BillingInterval interval = dice.From(0, 9) switch
        {
            0 or 1 => BillingInterval.Months(3),
            2 => BillingInterval.Weeks(dice.From(1, 3)),
            3 => BillingInterval.Days(dice.From(2, 45)),
            _ => BillingInterval.Months(1),
        };
        bool isLong = dice.Percent(25);
        int times = dice.Of(2, 4);
        return new BillingCycle
        {
            Interval = interval,
            FeeInterval = !isLong ? null
                : interval.Unit == BillingUnit.Day ? BillingInterval.Days(interval.Count * times)
                : dice.Percent(60) ? BillingInterval.Years(1)
                : BillingInterval.Months(interval.Count * times),
            Fee = dice.Percent(35) ? FeeTiming.InAdvance : FeeTiming.InArrears,
        };
    }

    private static ValueList<HistoryChange> Changes(
        HistoryDice dice, HistoryPlans plans, History history, LocalDate end)
    {
        var changes = new List<HistoryChange>();
        int days = Period.DaysBetween(history.Start, end);
        LocalDate[] starts = [.. new HistoryCalendar(history).Periods().Skip(1).Select(period => period.Span.Start)];
        PricePlan last = history.Plan;
        foreach (LocalDate day in Enumerable.Range(0, days > 1 ? dice.Of(0, 1, 1, 2, 3) : 0)
            .Select(_ => starts.Length > 0 && dice.Percent(15)
                ? dice.Of(starts)
                : history.Start.PlusDays(dice.From(1, days - 1)))
            .Distinct()
            .Order()
            .ToArray())
        {
            last = plans.Other(last);
            changes.Add(new HistoryChange(day, last, dice.Percent(45)
                ? PlanChangeConvention.ProratedByDays
                : dice.Of(Enum.GetValues<PlanChangeConvention>())));
        }

        return changes;
    }

    private static ContractEnd End(HistoryDice dice, History history, LocalDate end)
    {
        DateSpan last = new HistoryCalendar(history).Periods().Last().Service;
        LocalDate on = dice.Percent(20) ? end : last.Start.PlusDays(dice.From(0, last.Days!.Value - 1));
        return new ContractEnd
        {
            On = LocalDate.Max(on, history.Start.PlusDays(1)),
            TrueUp = dice.Of(Enum.GetValues<EarlyEndTrueUp>()),
            Fee = dice.Of(Enum.GetValues<EarlyEndFee>()),
        };
    }

    private static ValueList<PrepaidCredit> Credits(HistoryDice dice, History history, LocalDate end)
    {
        int days = Period.DaysBetween(history.Start, end);
        decimal unit = history.Currency.Rounding.FromMinorUnits(1);
        ValueList<string> limited = dice.Percent(50) ? ["calls", "seats"] : ["gb"];
        return Enumerable.Range(1, dice.Percent(50) ? 0 : dice.From(1, 3))
            .Select(number =>
            {
                LocalDate from = history.Start.PlusDays(dice.Percent(50) ? -5 : dice.From(0, days));
                return new PrepaidCredit
                {
                    Id = FormattableString.Invariant($"C{number}"),
                    Balance = dice.From(0, 400) + (dice.From(0, 9) * unit),
                    Priority = dice.Of(0, 0, 1, -1),
                    Usable = dice.Percent(30) ? default
                        : dice.Percent(40) ? DateSpan.From(from)
                        : DateSpan.Between(from, from.PlusDays(dice.From(1, days))),
                    Rollover = dice.Percent(30) ? Rollover.UpTo(dice.From(50, 200), dice.Of(0m, 20m)) : null,
                    Charges = dice.Percent(15) ? limited : [],
                    Use = dice.Percent(20) ? PrepaidUse.AfterTax : PrepaidUse.BeforeTax,
                };
            })
            .ToValueList();
    }

    private static ValueList<MeterSeries> Usage(HistoryDice dice, History history, LocalDate end)
    {
        int days = Period.DaysBetween(history.Start, end);
        decimal[] OfMeter() => dice.From(0, 4) switch
        {
            0 => new decimal[days],
            1 => [.. Enumerable.Range(0, days).Select(_ => dice.Percent(8) ? dice.Amount(60) : 0m)],
            2 => [.. Enumerable.Range(0, days).Select(_ => (decimal)dice.From(0, 4))],
            _ => [.. Enumerable.Range(0, days).Select(_ => dice.Percent(50) ? dice.Amount(8) : 0m)],
        };
        return HistoryPlans.Meters.Select(meter => MeterSeries.Of(meter, OfMeter())).ToValueList();
    }
}
