using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
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
        && invoice.Tax == invoice.Lines.Where(line => line.Kind == InvoiceLineKind.Tax).Sum(line => line.Amount)
        && invoice.PreviouslyBilled
            == -invoice.Lines.Where(line => line.Kind == InvoiceLineKind.PreviouslyBilled).Sum(line => line.Amount)
        && invoice.Spend == SpendLines(invoice).Sum(line => line.Amount));

    [Property]
    public bool EachAmountIsWholeInMinorUnits(InvoiceBook book) => book.Invoices().All(invoice => invoice.Lines
        .Select(line => line.Amount)
        .Concat([invoice.Total, invoice.Subtotal, invoice.Spend, invoice.Tax])
        .Append(invoice.ClosingAccount.SpentInContractYear)
        .Concat(invoice.Draws.SelectMany(draw => new[] { draw.Amount, draw.BalanceAfter }))
        .Concat(invoice.ClosingAccount.Credits.Select(credit => credit.Balance))
        .All(amount => decimal.Round(amount, invoice.Currency.MinorUnitDigits) == amount));

    [Property]
    public bool APriceOrAShareIsRoundedByTheRuleUnlessLessStands(InvoiceBook book) => book.Invoices().All(invoice =>
    {
        RoundingPolicy amounts = RoundingPolicy.ToDigits(
            invoice.Currency.MinorUnitDigits, book.Account.Rounding.Amounts);
        RoundingPolicy taxes = RoundingPolicy.ToDigits(invoice.Currency.MinorUnitDigits, book.Account.Rounding.Tax);
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
            decimal rounded = line.Kind == InvoiceLineKind.Tax
                ? taxes.Round(Half(line.Unrounded + line.Basis!.Previously, 12)) - line.Basis.Previously
                : amounts.Round(Half(line.Unrounded, 12));
            bool takesAll = Math.Abs(exact - exactCharge) < 1e-14m; // noise of division
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
        Math.Abs(invoice.Spend - invoice.UnroundedSpend) <= SpendLines(invoice).Count() * MostRounded(book, invoice));

    [Property]
    public bool WhatComesToNothingIsBilledNothing(InvoiceBook book) => book.Invoices().All(invoice =>
        invoice.UnroundedSpend != 0m || invoice.Spend == 0m);

    [Property]
    public bool ExactAmountsOfLinesSumToTheExactSpend(InvoiceBook book) =>
        book.Invoices().All(invoice => Fractions.Agrees(
            invoice.UnroundedSpend,
            SpendLines(invoice).Sum(line => ExactFraction.Of(line.Unrounded)),
            isExact: false,
            ExactFraction.Of(SpendLines(invoice).Sum(line => Math.Abs(line.Unrounded)))));

    [Property]
    public bool SpendNeverExceedsTheRoundedCapExceptByATrueUpForLonger(InvoiceBook book) =>
        Each(book, (account, invoice) => BoundOf(account, invoice, CapOf(account, invoice)) is not { } cap
            || invoice.Spend - TrueUpForLonger(account, invoice) <= cap);

    [Property]
    public bool SpendOfAFinishedPeriodIsAtLeastTheCommitment(InvoiceBook book) => Each(book, (account, invoice) =>
        account.Plan.Commitment is not { Period: CommitmentPeriod.BillingPeriod, TrueUp: true } commitment
        || !invoice.Period.IsOver
        || (invoice.ClosingAccount.IsFullyBilled && account.ContractEnd!.TrueUp == EarlyEndTrueUp.None)
        || invoice.Spend >= BoundOf(account, invoice, CommittedIn(commitment, account, invoice)));

    [Property]
    public bool AnInterimInvoiceBillsNoMinimumAndChangesNoBalance(InvoiceBook book) => Each(book, (account, invoice) =>
        invoice.Period.IsOver
            ? invoice is { Kind: InvoiceKind.Final, PrepaidClose: not null, ClosingAccount.Open: null }
            : invoice is { Kind: InvoiceKind.Interim, PrepaidClose: null }
                && invoice.ClosingAccount with { Open = account.Open } == account
                && invoice.Lines.All(line => line.Kind is not (InvoiceLineKind.TrueUp or InvoiceLineKind.Minimum)));

    [Property]
    public bool InterimInvoicesAndTheFinalOneBillWhatTheFinalOneAloneWould(InvoiceBook book) =>
        Each(book.Account, book.ByPeriod(), book.Periods, (account, invoices, reading) =>
        {
            Invoice alone = InvoiceCalculator.Next(account, account.NextPeriod(), reading.Final.Usage);
            return invoices.Sum(invoice => invoice.Subtotal) == alone.Subtotal
                && invoices.Sum(invoice => invoice.Tax) == alone.Tax
                && invoices[^1].Spend == alone.Spend
                && invoices[^1].Draws == alone.Draws
                && invoices[^1].ClosingAccount == alone.ClosingAccount;
        });

    // Terms for the period as a whole are those of the commitment, of minimums, and of an early end.
    [Property]
    public bool AnInterimInvoiceOfAllUsageLeavesTheMinimumsAlone(InvoiceBook book) =>
        Each(book.Account, book.ByPeriod(), book.Periods, (account, _, reading) =>
        {
            Invoice all = InvoiceCalculator.Interim(account, reading.Final.Through, reading.Final.Usage);
            Invoice final = InvoiceCalculator.Next(all.ClosingAccount, account.NextPeriod(), reading.Final.Usage);
            return AnyPlan(account.Plan, HasMinimum) || (final.Subtotal, final.Tax) == (0m, 0m);
        });

    [Property]
    public bool CreditsAreConservedAndNeverBelowZero(InvoiceBook book)
    {
        Invoice[] final = [.. book.ByPeriod().Select(invoices => invoices[^1])];
        decimal before = book.Account.Credits.Sum(credit => credit.Balance);
        decimal after = final[^1].ClosingAccount.Credits.Sum(credit => credit.Balance);
        return before + final.Sum(invoice => invoice.PrepaidClose!.ToppedUp)
                == after + final.Sum(invoice =>
                    invoice.PrepaidClose!.Expired + invoice.PrepaidClose.Forfeited + invoice.Draws.Sum(draw =>
                        draw.Amount))
            && final.All(invoice => invoice.ClosingAccount.Credits.All(credit => credit.Balance >= 0m)
                && invoice.Lines.Where(line => line.Kind == InvoiceLineKind.Prepaid).Sum(line => -line.Amount)
                    == invoice.Draws.Sum(draw => draw.Amount));
    }

    [Property]
    public bool TheOrderInWhichUsageIsStatedDoesNotMatter(InvoiceBook book)
    {
        ValueList<MeterUsage> usage = book.Periods[0].Final.Usage;
        ValueList<MeterUsage> reversed = [.. usage
            .GroupBy(one => one.Meter, StringComparer.OrdinalIgnoreCase)
            .Reverse()
            .SelectMany(meter => meter.Any(one => !one.Transactions.IsEmpty) ? meter : meter.Reverse())];
        DateSpan period = book.Account.NextPeriod();
        return InvoiceCalculator.Next(book.Account, period, usage) == InvoiceCalculator.Next(
            book.Account, period, reversed);
    }

    [Property]
    public bool AMeterThatIsNotStatedIsRefused(InvoiceBook book) => book.Account.Plan.Meters.All(meter =>
    {
        MeterUsage[] others = [.. book.Periods[0].Final.Usage
            .Where(usage => !string.Equals(usage.Meter, meter, StringComparison.OrdinalIgnoreCase))];
        ArgumentException refused = Refusal.By<ArgumentException>(
            "usage", () => InvoiceCalculator.Next(book.Account, book.Account.NextPeriod(), others));
        return refused.Message.Contains($"usage had no usage of \"{meter}\"", StringComparison.Ordinal);
    });

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
        Invoice invoice = InvoiceCalculator.Next(account, account.NextPeriod(), usage);
        return invoice.UnroundedSpend == BillCalculator.Amount(given.Plan, given.Quantities.AsSpan());
    }

    [Property]
    public Property InvoicesReadTheSameInEveryCulture(InvoiceBook book) => Prop.ForAll(
        Gen.Elements(Culture.Names).ToArbitrary(), culture => Words(book) == Culture.In(culture, () => Words(book)));

    // The plan, or one that it moves up to.
    private static bool AnyPlan(PricePlan plan, Func<PricePlan, bool> test) =>
        test(plan) || (plan.Protection?.MoveUpTo is { } next && AnyPlan(next, test));

    private static bool HasMinimum(PricePlan plan) =>
        plan.Commitment is { TrueUp: true } || plan.Charges.Any(charge => charge.Limits?.Min > 0m);

    private static string Words(InvoiceBook book) => string.Join('\n', book.Invoices().SelectMany(invoice =>
        invoice.Lines.Select(line => $"{line} / {line.Tier} / {line.Explanation}")
            .Append(invoice.ToString())
            .Append(invoice.Period.ToString())
            .Append(invoice.ClosingAccount.ToString())
            .Append(invoice.PrepaidClose?.ToString())));

    private static bool Each(InvoiceBook book, Func<BillingAccount, Invoice, bool> law) => Each(
        book.Account, book.ByPeriod(), book.Periods, (account, invoices, _) =>
            invoices.All(invoice => law(account, invoice)));

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

    private static decimal Half(decimal amount, int digits) =>
        decimal.Round(amount, digits, MidpointRounding.AwayFromZero);

    // Half a minor unit, or a whole one if lines are rounded up or down.
    private static decimal MostRounded(InvoiceBook book, Invoice invoice)
    {
        decimal unit = new(1, 0, 0, false, (byte)invoice.Currency.MinorUnitDigits);
        return book.Account.Rounding.Amounts is RoundingRule.Up or RoundingRule.Down ? unit : unit / 2m;
    }

    private static int YearOf(BillingAccount account, Invoice invoice)
    {
        int year = 1;
        while (account.ContractStart.PlusYears(year) <= invoice.Period.Service.Start)
        {
            year++;
        }

        return year;
    }

    private static decimal CommittedIn(Commitment commitment, BillingAccount account, Invoice invoice)
    {
        int period = 1;
        for (LocalDate day = account.ContractStart; !invoice.Period.Span.Contains(day); period++)
        {
            day = account.Cycle.Interval.PeriodOf(account.Cycle.Anchor ?? account.ContractStart, day).End!.Value;
        }

        return commitment.AmountIn(YearOf(account, invoice), period);
    }

    // Of a whole period, prorated and rounded.
    private static decimal? BoundOf(BillingAccount account, Invoice invoice, decimal? amount) => amount is { } bound
        ? RoundingPolicy.ToDigits(invoice.Currency.MinorUnitDigits, account.Rounding.Amounts).Round(Half(
            ProrationCalculator.Prorate(bound, invoice.Period.Span, invoice.Period.Service, account.Plan.DayCount),
            12))
        : null;

    private static decimal? CapOf(BillingAccount account, Invoice invoice)
    {
        PricePlan plan = account.Plan;
        decimal committed = plan.Commitment is { Period: CommitmentPeriod.BillingPeriod } commitment
            ? CommittedIn(commitment, account, invoice)
            : 0m;
        return plan.Protection?.Cap is { IsSet: true } cap
            ? cap.Amount ?? (cap.MultipleOfCommittedFee * Math.Max(plan.BaseFee, committed))
            : null;
    }

    // The true-up to the commitment of a contract year, or to that of a whole period of which a part is served.
    private static decimal TrueUpForLonger(BillingAccount account, Invoice invoice)
    {
        bool isLonger = account.Plan.Commitment is { Period: CommitmentPeriod.ContractYear }
            || (invoice.ClosingAccount.IsFullyBilled && account.ContractEnd!.TrueUp == EarlyEndTrueUp.InFull);
        return isLonger
            ? invoice.Lines.Where(line => line.Kind == InvoiceLineKind.TrueUp).Sum(line => line.Amount)
            : 0m;
    }
}
