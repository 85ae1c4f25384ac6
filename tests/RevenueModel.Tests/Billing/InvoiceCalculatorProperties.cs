using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

[Properties(Arbitrary = [typeof(InvoiceArbitraries)], MaxTest = 200)]
public class InvoiceCalculatorProperties
{
    private static readonly InvoiceLineKind[] Bounds =
    [
        InvoiceLineKind.Minimum, InvoiceLineKind.Maximum, InvoiceLineKind.TrueUp, InvoiceLineKind.OverCap,
        InvoiceLineKind.MovedUp,
    ];

    private static readonly InvoiceLineKind[] TakenOff =
    [
        InvoiceLineKind.UsageDiscount, InvoiceLineKind.AmountDiscount, InvoiceLineKind.PercentDiscount,
        InvoiceLineKind.OverageSurcharge,
    ];

    [Property]
    public bool LinesSumToTheTotalsTheyMakeUp(InvoiceBook book) => book.Invoices().All(invoice =>
        invoice.Total == invoice.Lines.Sum(line => line.Amount)
        && invoice.Subtotal == invoice.Lines.Where(line => line.Kind != InvoiceLineKind.Tax).Sum(line => line.Amount)
        && invoice.Spend == SpendLines(invoice).Sum(line => line.Amount));

    [Property]
    public bool EachAmountIsWholeInMinorUnits(InvoiceBook book) => book.Invoices().All(invoice => invoice.Lines
        .Select(line => line.Amount)
        .Concat([invoice.Total, invoice.Subtotal, invoice.Spend, invoice.ClosingAccount.SpentInContractYear])
        .Concat(invoice.Draws.SelectMany(draw => new[] { draw.Amount, draw.BalanceAfter }))
        .Concat(invoice.ClosingAccount.Credits.Select(credit => credit.Balance))
        .All(amount => decimal.Round(amount, invoice.Currency.MinorUnitDigits) == amount));

    [Property]
    public bool APriceOrAShareIsRoundedHalfAwayFromZeroUnlessLessStands(InvoiceBook book) => book.Invoices().All(invoice =>
    {
        decimal sum = 0m;
        decimal charge = 0m; // the sum where the lines of an item start
        decimal exact = 0m;
        decimal exactCharge = 0m;
        string? item = null;
        foreach (InvoiceLine line in invoice.Lines.AsEnumerable())
        {
            charge = line.Item == item ? charge : line.Item == invoice.Plan ? 0m : sum;
            exactCharge = line.Item == item ? exactCharge : line.Item == invoice.Plan ? 0m : exact;
            item = line.Item;
            sum += line.Amount;
            exact += line.Unrounded;
            decimal rounded = Rounded(line.Unrounded, invoice.Currency);
            bool takesAll = Math.Abs(exact - exactCharge) < 1e-14m; // what quotients leave
            bool isHeld = TakenOff.Contains(line.Kind) && sum == charge && (takesAll || line.Amount > rounded);
            if (!Bounds.Contains(line.Kind) && line.Amount != rounded && !isHeld)
            {
                return false;
            }
        }

        return true;
    });

    [Property]
    public bool NothingIsBelowZeroSaveWhatWasBilledBefore(InvoiceBook book) => book.Invoices().All(invoice =>
    {
        decimal sum = 0m;
        return SpendLines(invoice).All(line => (sum += line.Amount) >= 0m)
            && invoice.Spend >= 0m
            && invoice.UnroundedSpend >= 0m
            && invoice.Draws.Sum(draw => draw.Amount) <= invoice.Spend;
    });

    [Property]
    public bool SpendIsWithinHalfAMinorUnitALineOfTheExactOne(InvoiceBook book) => book.Invoices().All(invoice =>
        Math.Abs(invoice.Spend - invoice.UnroundedSpend) <= SpendLines(invoice).Count() * Unit(invoice.Currency) / 2m);

    [Property]
    public bool WhatComesToNothingIsBilledNothing(InvoiceBook book) => book.Invoices().All(invoice =>
        invoice.UnroundedSpend != 0m || invoice.Spend == 0m);

    [Property]
    public bool ExactAmountsOfLinesSumToTheExactSpend(InvoiceBook book) => book.Invoices().All(invoice => Fractions.Agrees(
        invoice.UnroundedSpend,
        SpendLines(invoice).Sum(line => ExactFraction.Of(line.Unrounded)),
        isExact: false,
        ExactFraction.Of(SpendLines(invoice).Sum(line => Math.Abs(line.Unrounded)))));

    [Property]
    public bool SpendNeverExceedsTheRoundedCapSaveByWhatIsMissingToTheYear(InvoiceBook book) =>
        Each(book, (account, invoice) => BoundOf(account, invoice, CapOf(account.Plan, YearOf(account, invoice))) is not { } cap
            || invoice.Spend - OfTheYear(account, invoice) <= cap);

    [Property]
    public bool SpendOfAPeriodThatIsOverIsTheRoundedCommitmentAtTheLeast(InvoiceBook book) => Each(book, (account, invoice) =>
        account.Plan.Commitment is not { Period: CommitmentPeriod.BillingPeriod, TrueUp: true } commitment
        || !invoice.Period.IsOver
        || invoice.Spend >= BoundOf(account, invoice, commitment.AmountIn(YearOf(account, invoice))));

    [Property]
    public bool AnInvoiceInBetweenBillsNoTrueUpAndLeavesTheAccountAsItWas(InvoiceBook book) => Each(book, (account, invoice) =>
        invoice.Period.IsOver
            ? invoice.PrepaidClose is not null
            : invoice.PrepaidClose is null
                && invoice.ClosingAccount == account
                && invoice.Lines.All(line => line.Kind != InvoiceLineKind.TrueUp));

    [Property]
    public bool InvoicesInBetweenAndTheFinalOneBillWhatTheFinalOneAloneWould(InvoiceBook book) =>
        Each(book.Account, book.ByPeriod(), book.Periods, (account, invoices, reading) =>
        {
            Invoice alone = InvoiceCalculator.Next(account, reading.Period, reading.Final);
            return invoices.Sum(invoice => invoice.Subtotal) == alone.Subtotal
                && invoices[^1].Spend == alone.Spend
                && invoices[^1].Draws == alone.Draws
                && invoices[^1].ClosingAccount == alone.ClosingAccount;
        });

    [Property]
    public bool AnInvoiceInBetweenOfAllUsageLeavesTheTrueUpAlone(InvoiceBook book) =>
        Each(book.Account, book.ByPeriod(), book.Periods, (account, _, reading) =>
        {
            Invoice all = InvoiceCalculator.Next(account, reading.Period.InProgress(), reading.Final);
            Invoice final = InvoiceCalculator.Next(account, reading.Period, reading.Final, all);
            return AnyPlan(account.Plan, plan => plan.Commitment is { TrueUp: true }) || final.Subtotal == 0m;
        });

    [Property]
    public bool CreditsAreConservedAndNeverBelowZero(InvoiceBook book)
    {
        Invoice[] final = [.. book.ByPeriod().Select(invoices => invoices[^1])];
        decimal before = book.Account.Credits.Sum(credit => credit.Balance);
        decimal after = final[^1].ClosingAccount.Credits.Sum(credit => credit.Balance);
        return before + final.Sum(invoice => invoice.PrepaidClose!.ToppedUp)
                == after + final.Sum(invoice =>
                    invoice.PrepaidClose!.Expired + invoice.PrepaidClose.Forfeited + invoice.Draws.Sum(draw => draw.Amount))
            && final.All(invoice => invoice.ClosingAccount.Credits.All(credit => credit.Balance >= 0m)
                && invoice.Lines.Where(line => line.Kind == InvoiceLineKind.Prepaid).Sum(line => -line.Amount)
                    == invoice.Draws.Sum(draw => draw.Amount));
    }

    [Property]
    public bool TheOrderOfMetersAndWhetherUnusedOnesAreNamedDoesNotMatter(InvoiceBook book)
    {
        InvoiceReading reading = book.Periods[0];
        string[] unused = [.. book.Account.Plan.Meters.Where(meter =>
            reading.Final.All(usage => !string.Equals(usage.Meter, meter, StringComparison.OrdinalIgnoreCase)))];
        ValueList<MeterUsage> other =
            [.. unused.Select(meter => MeterUsage.Of(meter, 0m)), .. reading.Final.Reverse()];
        return InvoiceCalculator.Next(book.Account, reading.Period, reading.Final)
            == InvoiceCalculator.Next(book.Account, reading.Period, other);
    }

    [Property]
    public bool TheFirstWholePeriodSpendsExactlyWhatTheBillSays(PricingUsage given)
    {
        var account = new BillingAccount
        {
            Customer = "Acme",
            Plan = given.Plan with { DayCount = DayCount.ActualActual },
            Currency = Currency.Usd,
            ContractStart = new(2027, 1, 1),
        };
        ValueList<MeterUsage> usage = given.Plan.Meters.Zip(given.Quantities, MeterUsage.Of).ToValueList();
        Invoice invoice = InvoiceCalculator.Next(account, BillingPeriod.Of(DateSpan.Months(account.ContractStart, 1)), usage);
        return invoice.UnroundedSpend == BillCalculator.Amount(given.Plan, given.Quantities.AsSpan());
    }

    [Property]
    public Property InvoicesReadTheSameInEveryCulture(InvoiceBook book) => Prop.ForAll(
        Gen.Elements(Culture.Names).ToArbitrary(), culture => Words(book) == Culture.In(culture, () => Words(book)));

    // The plan, or one that it moves up to.
    private static bool AnyPlan(PricePlan plan, Func<PricePlan, bool> test) =>
        test(plan) || (plan.Protection?.MoveUpTo is { } next && AnyPlan(next, test));

    private static string Words(InvoiceBook book) => string.Join('\n', book.Invoices().SelectMany(invoice =>
        invoice.Lines.Select(line => $"{line} / {line.Tier} / {line.Explanation}")
            .Append(invoice.ToString())
            .Append(invoice.Period.ToString())
            .Append(invoice.ClosingAccount.ToString())
            .Append(invoice.PrepaidClose?.ToString())));

    private static bool Each(InvoiceBook book, Func<BillingAccount, Invoice, bool> law) => Each(
        book.Account, book.ByPeriod(), book.Periods, (account, invoices, _) => invoices.All(invoice => law(account, invoice)));

    private static bool Each(
        BillingAccount account,
        IEnumerable<Invoice[]> byPeriod,
        IEnumerable<InvoiceReading> readings,
        Func<BillingAccount, Invoice[], InvoiceReading, bool> law)
    {
        foreach ((Invoice[] invoices, InvoiceReading reading) in byPeriod.Zip(readings))
        {
            if (!law(account, invoices, reading))
            {
                return false;
            }

            account = invoices[^1].ClosingAccount;
        }

        return true;
    }

    private static IEnumerable<InvoiceLine> SpendLines(Invoice invoice) =>
        invoice.Lines.Where(line => line.Kind < InvoiceLineKind.Prepaid);

    private static decimal Rounded(decimal amount, Currency currency) =>
        Half(Half(amount, 12), currency.MinorUnitDigits);

    private static decimal Half(decimal amount, int digits) => decimal.Round(amount, digits, MidpointRounding.AwayFromZero);

    private static decimal Unit(Currency currency) => new(1, 0, 0, false, (byte)currency.MinorUnitDigits);

    private static int YearOf(BillingAccount account, Invoice invoice)
    {
        int year = 1;
        while (account.ContractStart.PlusYears(year) <= invoice.Period.Service.Start)
        {
            year++;
        }

        return year;
    }

    // Of a whole period, prorated and rounded.
    private static decimal? BoundOf(BillingAccount account, Invoice invoice, decimal? amount) => amount is { } bound
        ? Rounded(
            ProrationCalculator.Prorate(bound, invoice.Period.Span, invoice.Period.Service, account.Plan.DayCount),
            invoice.Currency)
        : null;

    private static decimal? CapOf(PricePlan plan, int year)
    {
        decimal committed = plan.Commitment is { Period: CommitmentPeriod.BillingPeriod } commitment ? commitment.AmountIn(year) : 0m;
        return plan.Protection?.Cap is { IsSet: true } cap
            ? cap.Amount ?? (cap.MultipleOfCommittedFee * Math.Max(plan.BaseFee, committed))
            : null;
    }

    private static decimal OfTheYear(BillingAccount account, Invoice invoice) =>
        account.Plan.Commitment is { Period: CommitmentPeriod.ContractYear }
            ? invoice.Lines.Where(line => line.Kind == InvoiceLineKind.TrueUp).Sum(line => line.Amount)
            : 0m;
}
