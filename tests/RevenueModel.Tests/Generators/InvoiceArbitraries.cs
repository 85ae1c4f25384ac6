using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>How accounts and the periods that follow are made up, from the plans and histories of
/// <see cref="PricingPlanArbitraries"/>.</summary>
public static class InvoiceArbitraries
{
    private static readonly Gen<Currency> Currencies =
        Gen.Elements("USD", "USD", "EUR", "JPY", "KWD", "CLF").Select(Currency.Of);

    private static readonly Gen<decimal> TaxRates = Gen.Elements(0m, 0m, 0.08m, 0.19m, 0.0725m, 1m);

    private static readonly Gen<decimal> Transactions = Gen.Choose(0, 30_000).Select(cents => cents / 100m);

    public static Arbitrary<InvoiceBook> InvoiceBook() => Arb.From(BookGen(), Fewer);

    private static Gen<InvoiceBook> BookGen() =>
        from given in PricingPlanArbitraries.PricingMonths().Generator
        let plan = given.Plan
        from months in Gen.Frequency((8, Gen.Constant(1)), (1, Gen.Constant(3)), (1, Gen.Constant(12)))
        from day in Gen.Elements(1, 1, 1, 15, 28, 29, 31)
        let start = given.History.Start.OnDayOfMonth(Math.Min(day, DateAdjusters.EndOfMonth(given.History.Start.OnDayOfMonth(1)).Day))
        let spans = Enumerable.Range(0, given.History.Months)
            .Select(at => DateSpan.Between(start.PlusMonths(at * months), start.PlusMonths((at + 1) * months)))
            .ToArray()
        from served in ServedGen(spans)
        from contract in ContractGen(given.History, served[0].Start)
        let isPartial = served.Zip(spans).Any(both => both.First != both.Second)
        from readings in Gen.CollectToArray(
            Enumerable.Range(0, spans.Length), at => ReadingsGen(plan, given.History, at, isPartial))
        from currency in Currencies
        from tax in TaxRates
        from count in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 4)))
        from credits in Gen.CollectToArray(
            Enumerable.Range(1, count), number => PrepaidArbitraries.CreditGen(number, spans.Length * months))
        select new InvoiceBook(
            new BillingAccount
            {
                Customer = given.History.Customer,
                Plan = plan,
                Currency = currency,
                ContractStart = contract,
                TaxRate = tax,
                Credits = credits.Select(credit => From(credit, start, currency)).ToValueList(),
            },
            spans.Select((span, at) => new InvoiceReading(BillingPeriod.InPart(span, served[at]), readings[at])).ToValueList());

    // All of each period, or the first from some day on and the last up to some day.
    private static Gen<DateSpan[]> ServedGen(DateSpan[] spans) =>
        from isFirst in Gen.Elements(false, false, true)
        from isLast in Gen.Elements(false, false, false, true)
        from after in Gen.Choose(0, spans[0].Days!.Value - 1)
        from before in Gen.Choose(0, spans[^1].Days!.Value - 1)
        let first = isFirst
            ? spans.Select((span, at) => at == 0 ? DateSpan.Between(span.Start.PlusDays(after), span.End!.Value) : span).ToArray()
            : spans
        let last = first[^1]
        let end = isLast ? LocalDate.Max(last.End!.Value.PlusDays(-before), last.Start.PlusDays(1)) : last.End!.Value
        select first.Select((span, at) => at == spans.Length - 1 ? DateSpan.Between(span.Start, end) : span).ToArray();

    // From the first day served, whole months before it, or any time before it.
    private static Gen<LocalDate> ContractGen(UsageHistory history, LocalDate served) =>
        from days in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 800)))
        let months = ((history.Start.Year - history.ContractStart.Year) * 12) + history.Start.Month - history.ContractStart.Month
        select served.PlusMonths(-months).PlusDays(-days);

    private static Gen<ValueList<ValueList<MeterUsage>>> ReadingsGen(
        PricePlan plan,
        UsageHistory history,
        int month,
        bool isPartial) =>
        from between in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        from others in Gen.Choose(0, history.Months - 1).ArrayOf(between)
        from readings in Gen.CollectToArray(others.Append(month), at => ReadingGen(plan, history, at, isPartial))
        select readings.ToValueList();

    private static Gen<ValueList<MeterUsage>> ReadingGen(PricePlan plan, UsageHistory history, int month, bool isPartial) =>
        from usages in Gen.CollectToArray(plan.Meters, meter => UsageGen(plan, history, meter, month, isPartial))
        from isBrief in PricingArbitraries.Coin // a meter that was not used is not named
        select usages.Where(usage => !isBrief || usage.Quantity > 0m).ToValueList();

    private static Gen<MeterUsage> UsageGen(
        PricePlan plan,
        UsageHistory history,
        string meter,
        int month,
        bool isPartial)
    {
        Charge[] charges = [.. Reachable(plan).SelectMany(one => one.Charges).Where(charge => IsOn(charge, meter))];
        if (charges.Any(NeedsTransactions))
        {
            return from count in Gen.Choose(0, 5)
                   from amounts in Transactions.ArrayOf(count)
                   select MeterUsage.OfTransactions(meter, amounts);
        }

        decimal quantity = history.Find(meter)!.Quantities[month];
        bool fits = !isPartial || charges.All(charge => charge.Price is not QuantityPrice price
            || !(charge.Conversion.Convert(quantity) > price.UpTo)); // allowances of a part are smaller
        return from isUpper in PricingArbitraries.Coin
               select MeterUsage.Of(isUpper ? meter.ToUpperInvariant() : meter, fits ? quantity : 0m);
    }

    private static bool NeedsTransactions(Charge charge) => charge.Price is PercentagePrice { NeedsTransactions: true };

    private static IEnumerable<PricePlan> Reachable(PricePlan plan) =>
        plan.Protection?.MoveUpTo is { } next ? Reachable(next).Prepend(plan) : [plan];

    private static bool IsOn(Charge charge, string meter) =>
        charge.Price is CapacityPrice capacity ? capacity.Meters.Contains(meter) : charge.Meter == meter;

    // Moved from where credits are made up to where invoices start, and in the minor unit.
    private static PrepaidCredit From(PrepaidCredit credit, LocalDate start, Currency currency)
    {
        int days = Period.DaysBetween(PrepaidArbitraries.First, start);
        DateSpan usable = credit.Usable;
        return credit with
        {
            Balance = currency.Rounding.Round(credit.Balance),
            Usable = usable == default ? default
                : usable.End is { } end ? DateSpan.Between(usable.Start.PlusDays(days), end.PlusDays(days))
                : DateSpan.From(usable.Start.PlusDays(days)),
        };
    }

    private static IEnumerable<InvoiceBook> Fewer(InvoiceBook book)
    {
        for (int count = book.Periods.Count / 2; count > 0; count = count == book.Periods.Count - 1 ? 0 : book.Periods.Count - 1)
        {
            yield return book with { Periods = book.Periods.Take(count).ToValueList() };
        }

        if (book.Periods.Any(period => period.Readings.Count > 1))
        {
            yield return book with
            {
                Periods = book.Periods.Select(period => period with { Readings = [period.Final] }).ToValueList(),
            };
        }

        if (!book.Account.Credits.IsEmpty)
        {
            yield return book with { Account = book.Account with { Credits = book.Account.Credits.Skip(1).ToValueList() } };
        }

        if (book.Account.TaxRate > 0m)
        {
            yield return book with { Account = book.Account with { TaxRate = 0m } };
        }

        foreach (PricePlan simpler in PricingPlanArbitraries.PricePlan().Shrinker(book.Account.Plan))
        {
            yield return new InvoiceBook(
                book.Account with { Plan = simpler },
                book.Periods.Select(period => period with
                {
                    Readings = period.Readings.Select(reading => reading
                        .Where(usage => simpler.Meters.Contains(usage.Meter, StringComparer.OrdinalIgnoreCase))
                        .ToValueList()).ToValueList(),
                }).ToValueList());
        }
    }
}
