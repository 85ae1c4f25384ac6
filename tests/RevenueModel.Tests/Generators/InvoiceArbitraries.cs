using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Generates accounts and their next periods from the plans and histories of <see cref="PricingPlanArbitraries"/>. The
/// plan does not change.
/// </summary>
public static class InvoiceArbitraries
{
    private static readonly Gen<Currency> Currencies =
        Gen.Elements("USD", "USD", "EUR", "JPY", "KWD", "CLF").Select(Currency.Of);

    private static readonly Gen<decimal> TaxRates = Gen.Elements(0m, 0m, 0.08m, 0.19m, 0.0725m, 1m);

    private static readonly Gen<decimal> Transactions = Gen.Choose(0, 30_000).Select(cents => cents / 100m);

    private static readonly Gen<RoundingRule> Rules = Gen.Frequency(
        (3, Gen.Constant(RoundingRule.HalfAwayFromZero)), (1, Gen.Elements(Enum.GetValues<RoundingRule>())));

    public static Arbitrary<InvoiceBook> InvoiceBook() => Arb.From(BookGen(), Fewer);

    private static Gen<InvoiceBook> BookGen() =>
        from given in PricingPlanArbitraries.PricingMonths().Generator
        let plan = given.Plan
        from months in Gen.Frequency((8, Gen.Constant(1)), (1, Gen.Constant(3)), (1, Gen.Constant(12)))
        from day in Gen.Elements(1, 1, 1, 15, 28, 29, 31)
        let start = given.History.Start.OnDayOfMonth(
            Math.Min(day, DateAdjusters.EndOfMonth(given.History.Start.OnDayOfMonth(1)).Day))
        let spans = Enumerable.Range(0, given.History.Months)
            .Select(at => DateSpan.Between(start.PlusMonths(at * months), start.PlusMonths((at + 1) * months)))
            .ToArray()
        from contract in ContractGen(given.History, spans[0])
        from end in EndGen(DateSpan.Between(LocalDate.Max(contract, spans[^1].Start), spans[^1].End!.Value))
        let services = spans.Select(span => InContract(span, contract, end)).ToArray()
        from currency in Currencies
        from tax in TaxRates
        from amounts in Rules
        from taxes in Rules
        from count in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 4)))
        from credits in Gen.CollectToArray(
            Enumerable.Range(1, count), number => PrepaidArbitraries.CreditGen(number, spans.Length * months))
        let account = new BillingAccount
        {
            Customer = given.History.Customer,
            Plan = plan,
            Currency = currency,
            ContractStart = contract,
            ContractEnd = end,
            BilledThrough = contract < start ? start : null,
            Cycle = new BillingCycle
            {
                Interval = BillingInterval.Months(months),
                Anchor = contract == start ? null : start,
            },
            Rounding = new InvoiceRounding { Amounts = amounts, Tax = taxes },
            TaxRate = tax,
            Credits = credits.Select(credit => From(credit, start, currency)).ToValueList(),
        }
        let isPartial = services.Zip(spans).Any(both => both.First != both.Second)
        from readings in Gen.CollectToArray(
            Enumerable.Range(0, spans.Length),
            at => ReadingsGen(new ReadingTerms(account, given.History, services[at], isPartial), at))
        select new InvoiceBook(
            account,
            spans.Select((span, at) => new InvoiceReading(span, services[at], readings[at])).ToValueList());

    // Within the first period, on its first day, whole months before it, or any time before it.
    private static Gen<LocalDate> ContractGen(UsageHistory history, DateSpan first) =>
        from isWithin in Gen.Elements(false, false, true)
        from after in Gen.Choose(0, first.Days!.Value - 1)
        from days in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 800)))
        let months = ((history.Start.Year - history.ContractStart.Year) * 12)
            + history.Start.Month
            - history.ContractStart.Month
        select isWithin ? first.Start.PlusDays(after) : first.Start.PlusMonths(-months).PlusDays(-days);

    // Within the last period, with its end, or not at all.
    private static Gen<ContractEnd?> EndGen(DateSpan last) =>
        from isEnded in Gen.Elements(false, false, false, true)
        from days in Gen.Choose(1, last.Days!.Value)
        from trueUp in Gen.Elements(Enum.GetValues<EarlyEndTrueUp>())
        from fee in Gen.Elements(Enum.GetValues<EarlyEndFee>())
        select isEnded ? new ContractEnd { On = last.Start.PlusDays(days), TrueUp = trueUp, Fee = fee } : null;

    private static DateSpan InContract(DateSpan span, LocalDate contract, ContractEnd? end) => DateSpan.Between(
        LocalDate.Max(span.Start, contract), LocalDate.Min(span.End!.Value, end?.On ?? LocalDate.MaxIsoValue));

    private static Gen<ValueList<UsageReading>> ReadingsGen(ReadingTerms terms, int month) =>
        from between in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        from others in Gen.Choose(0, terms.History.Months - 1).ArrayOf(between)
        from days in Gen.Choose(1, terms.Service.Days!.Value).ArrayOf(between)
        from readings in Gen.CollectToArray(
            others.Zip(days.Order()).Append((First: month, Second: terms.Service.Days!.Value)),
            at => ReadingGen(terms, at.First, terms.Service.Start.PlusDays(at.Second)))
        select readings.ToValueList();

    private static Gen<UsageReading> ReadingGen(ReadingTerms terms, int month, LocalDate through) =>
        from usages in Gen.CollectToArray(terms.Account.Plan.Meters, meter =>
            from whole in UsageGen(terms, meter, month)
            from byDays in ByDaysGen(whole, Cells(terms, through))
            select byDays)
        select new UsageReading(through, usages.SelectMany(usage => usage).ToValueList());

    private static Gen<MeterUsage> UsageGen(ReadingTerms terms, string meter, int month)
    {
        Charge[] charges = [.. Reachable(terms.Account.Plan).SelectMany(one => one.Charges).Where(
            charge => IsOn(charge, meter))];
        if (charges.Any(NeedsTransactions))
        {
            return from count in Gen.Choose(0, 5)
                   from amounts in Transactions.ArrayOf(count)
                   select MeterUsage.OfTransactions(meter, amounts);
        }

        decimal quantity = terms.History.Find(meter)!.Quantities[month];
        bool fits = !terms.IsPartial || charges.All(charge => charge.Price is not QuantityPrice price
            || !(charge.Conversion.Convert(quantity) > price.UpTo)); // allowances of a part are smaller
        return from isUpper in PricingArbitraries.Coin
               select MeterUsage.Of(isUpper ? meter.ToUpperInvariant() : meter, fits ? quantity : 0m);
    }

    // The days between changes of the usable credits, for which usage must be known.
    private static DateSpan[] Cells(ReadingTerms terms, LocalDate through)
    {
        LocalDate[] starts =
        [
            .. terms.Account.Credits
                .SelectMany(credit => new[] { credit.Usable.Start, credit.Usable.End ?? default })
                .Where(day => day > terms.Service.Start && day < through)
                .Append(terms.Service.Start)
                .Distinct()
                .Order(),
        ];
        return [.. starts.Select(
            (day, at) => DateSpan.Between(day, at + 1 < starts.Length ? starts[at + 1] : through))];
    }

    private static Gen<MeterUsage[]> ByDaysGen(MeterUsage usage, DateSpan[] cells)
    {
        if (cells.Length == 1)
        {
            return Gen.Constant(new[] { usage });
        }

        if (!usage.Transactions.IsEmpty)
        {
            return from places in Gen.Choose(0, cells.Length - 1).ArrayOf(usage.Transactions.Count)
                   let ordered = places.Order().ToArray()
                   select cells.Select((cell, at) => MeterUsage
                       .OfTransactions(usage.Meter, usage.Transactions.Where((_, one) => ordered[one] == at))
                       .On(cell)).ToArray();
        }

        return from weights in Gen.Choose(0, 3).ArrayOf(cells.Length - 1)
               let all = 3 * cells.Length
               let parts = weights.Select(weight => decimal.Round(usage.Quantity * weight / all, 6)).ToArray()
               select cells.Select((cell, at) => MeterUsage.Of(
                   usage.Meter, at < parts.Length ? parts[at] : usage.Quantity - parts.Sum(), cell)).ToArray();
    }

    private static bool NeedsTransactions(Charge charge) =>
        charge.Price is PercentagePrice { NeedsTransactions: true };

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
        for (int count = book.Periods.Count / 2; count > 0; count = count == book.Periods.Count - 1
            ? 0
            : book.Periods.Count - 1)
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
            yield return book with
            {
                Account = book.Account with { Credits = book.Account.Credits.Skip(1).ToValueList() },
            };
        }

        if (book.Account.TaxRate > 0m)
        {
            yield return book with { Account = book.Account with { TaxRate = 0m } };
        }

        if (book.Account.Rounding != InvoiceRounding.Default)
        {
            yield return book with { Account = book.Account with { Rounding = InvoiceRounding.Default } };
        }

        foreach (PricePlan simpler in PricingPlanArbitraries.PricePlan().Shrinker(book.Account.Plan))
        {
            yield return new InvoiceBook(
                book.Account with { Plan = simpler },
                book.Periods.Select(period => period with
                {
                    Readings = period.Readings
                        .Select(reading => reading with { Usage = Of(simpler, reading.Usage) })
                        .ToValueList(),
                }).ToValueList());
        }
    }

    private static ValueList<MeterUsage> Of(PricePlan plan, ValueList<MeterUsage> usage) =>
        usage.Where(one => plan.Meters.Contains(one.Meter, StringComparer.OrdinalIgnoreCase)).ToValueList();

    private sealed record ReadingTerms(BillingAccount Account, UsageHistory History, DateSpan Service, bool IsPartial);
}
