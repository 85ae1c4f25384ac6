using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Computes invoices: the bill of each period of an account, line by line, rounded to the minor
/// unit.</summary>
/// <remarks>
/// <para>The bill of a period depends on its facts alone: the plans in force, the usage, the usable credits, and the
/// balances from earlier periods. An invoice bills the amount for the facts so far less the amounts of earlier
/// invoices of the period; it may be negative. Therefore interim invoices, and the division of a period in two, do not
/// change the total.</para>
/// <para>Minimums, true-up, expiry and rollover apply to the period as a whole. They are settled once, by the invoice
/// that ends the period. <see cref="BillStepKind"/> states the order of evaluation.</para>
/// <para>A period belongs to the contract year in which its service starts; the commitment of a contract year is
/// settled in the period in which the year ends.</para>
/// </remarks>
public static class InvoiceCalculator
{
    /// <summary>Returns the invoice that ends the next period of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="period">The period of the usage: <see cref="BillingAccount.NextPeriod"/>. Any other period is
    /// rejected.</param>
    /// <param name="usage">The usage of the period for each meter of the plan; a meter without usage is given with
    /// zero. Either the total, or usage by days (<see cref="MeterUsage.Of(string, decimal, DateSpan)"/>), which is
    /// required if a change within the period affects the meter.</param>
    /// <returns>The invoice. Its <see cref="Invoice.ClosingAccount"/> is the account for the next one.</returns>
    /// <exception cref="ArgumentException">The period is not the next one of the account, the plan contradicts itself
    /// (<see cref="PricePlan.Validate"/>), the usage of a meter is missing, unknown, duplicated, or not given
    /// separately before and after a change that affects the meter, a price needs single transactions, usage is above
    /// a last tier, a balance of the account is finer than the minor unit, or an amount does not fit a
    /// decimal.</exception>
    /// <exception cref="InvalidOperationException">All periods of the contract are billed.</exception>
    /// <example><code>
    /// var calls = new Charge { Name = "calls", Price = PriceModel.PerUnit(0.10m) };
    /// var account = new BillingAccount
    /// {
    ///     Customer = "Acme", Currency = Currency.Usd, ContractStart = new LocalDate(2027, 1, 1),
    ///     Plan = new PricePlan { Name = "Team", BaseFee = 100m, Charges = [calls] },
    /// };
    /// Invoice january = InvoiceCalculator.Next(account, account.NextPeriod(), MeterUsage.Of("calls", 700m));
    /// Console.WriteLine(january.Total); // 170.00
    /// DateSpan next = january.ClosingAccount.NextPeriod();
    /// Console.WriteLine(next); // [2027-02-01, 2027-03-01)
    /// </code></example>
    public static Invoice Next(BillingAccount account, DateSpan period, params ReadOnlySpan<MeterUsage> usage)
    {
        Guard.Against.Null(account);
        RequireNext(account, period);
        return WithNames(account, period, usage, Final);
    }

    /// <inheritdoc cref="Next(BillingAccount, DateSpan, ReadOnlySpan{MeterUsage})"/>
    public static Invoice Next(BillingAccount account, DateSpan period, IEnumerable<MeterUsage> usage) =>
        Next(account, period, usage.AsItems());

    /// <summary>Returns an invoice within the next period of an account, for usage so far.</summary>
    /// <param name="account">The account.</param>
    /// <param name="through">The first day whose usage is not known: a day of the period after its start, or the end
    /// of the period. Not before the day of the last interim invoice.</param>
    /// <param name="usage">The usage of the period so far for each meter of the plan; a meter without usage is given
    /// with zero. Either the total since the start of the period, or usage by days.</param>
    /// <returns>The invoice. Its <see cref="Invoice.ClosingAccount"/> is the account for the next one.</returns>
    /// <exception cref="ArgumentException">The day is outside its range, or as for
    /// <see cref="Next(BillingAccount, DateSpan, ReadOnlySpan{MeterUsage})"/>.</exception>
    /// <exception cref="InvalidOperationException">All periods of the contract are billed.</exception>
    public static Invoice Interim(BillingAccount account, LocalDate through, params ReadOnlySpan<MeterUsage> usage)
    {
        Guard.Against.Null(account);
        OpeningBalances.RequireCalendar(account, nameof(account));
        DateSpan period = account.NextPeriod();
        DateSpan service = new ContractCalendar(account).ServiceOf(period);
        LocalDate first = account.Open is { } open && open.Through > service.Start
            ? open.Through
            : service.Start.PlusDays(1);
        if (first > service.End)
        {
            throw new ArgumentException(
                Invariant($"through was {through:R}; usage of {account.Customer} is billed through {first:R}, and ")
                    + Invariant($"the contract ends on {service.End:R}: the invoice that ends the period is ")
                    + "expected.",
                nameof(through));
        }

        return through >= first && through <= service.End
            ? WithNames(
                account,
                period,
                usage,
                (from, span, used) => Progress(from, span, through, used, InvoiceKind.Interim))
            : throw DomainGuards.OutOfRange(
                nameof(through), Invariant($"{through:R}"), Invariant($"a day from {first:R} to {service.End:R}"));
    }

    /// <inheritdoc cref="Interim(BillingAccount, LocalDate, ReadOnlySpan{MeterUsage})"/>
    public static Invoice Interim(BillingAccount account, LocalDate through, IEnumerable<MeterUsage> usage) =>
        Interim(account, through, usage.AsItems());

    /// <summary>Returns the invoice at the start of the contract, for the first base fee in advance.</summary>
    /// <param name="account">An account without invoices so far, with a fee in advance. Each later fee is on the
    /// invoice of the period before.</param>
    /// <returns>The invoice. Its <see cref="Invoice.ClosingAccount"/> is the account for the next one.</returns>
    /// <exception cref="ArgumentException">The fee of the account is in arrears, or a part of its next period is
    /// already billed.</exception>
    /// <exception cref="InvalidOperationException">All periods of the contract are billed.</exception>
    public static Invoice Advance(BillingAccount account)
    {
        Guard.Against.Null(account);
        if (account.Cycle.Fee != FeeTiming.InAdvance || account.Open is not null)
        {
            throw new ArgumentException(
                $"account was \"{account}\", "
                    + $"{(account.Open is { } open ? $"billed in part ({open})" : "with its fee in arrears")}; an "
                    + "account with a fee in advance of which nothing is billed in the next period is expected.",
                nameof(account));
        }

        OpeningBalances.RequireCalendar(account, nameof(account));
        DateSpan period = account.NextPeriod();
        LocalDate start = new ContractCalendar(account).ServiceOf(period).Start;
        return WithNames(account, period, [], (from, span, _) => Progress(from, span, start, [], InvoiceKind.Advance));
    }

    /// <summary>Returns the invoices of the next periods of an account. Each starts from the closing account of the
    /// one before.</summary>
    /// <param name="account">The account.</param>
    /// <param name="usages">The usage of each period, in order.</param>
    /// <returns>An invoice for each period.</returns>
    /// <exception cref="ArgumentException">As for
    /// <see cref="Next(BillingAccount, DateSpan, ReadOnlySpan{MeterUsage})"/>; the message names the position and the
    /// period.</exception>
    /// <exception cref="InvalidOperationException">All periods of the contract are billed.</exception>
    public static ValueList<Invoice> Run(BillingAccount account, params ReadOnlySpan<IEnumerable<MeterUsage>> usages)
    {
        Guard.Against.Null(account);
        var invoices = new Invoice[usages.Length];
        BillingAccount current = account;
        for (int i = 0; i < invoices.Length; i++)
        {
            ReadOnlySpan<MeterUsage> usage = Guard.Against.Null(usages[i], nameof(usages)).AsItems();
            DateSpan period = current.NextPeriod();
            try
            {
                invoices[i] = Next(current, period, usage);
            }
            catch (ArgumentException refused)
            {
                string name = refused.ParamName == nameof(usage) ? nameof(usages) : nameof(account);
                throw DomainGuards.Within(Invariant($"usages[{i}], {period}"), refused, name);
            }

            current = invoices[i].ClosingAccount;
        }

        return ValueList.Own(invoices);
    }

    /// <inheritdoc cref="Run(BillingAccount, ReadOnlySpan{IEnumerable{MeterUsage}})"/>
    /// <typeparam name="TUsage">The collection of a period's usage: an array, a list, a value list.</typeparam>
    public static ValueList<Invoice> Run<TUsage>(BillingAccount account, IEnumerable<TUsage> usages)
        where TUsage : IEnumerable<MeterUsage>
    {
        Guard.Against.Null(usages);
        return Run(account, [.. usages.Select(static usage => (IEnumerable<MeterUsage>)usage)]);
    }

    private delegate Invoice Writer(BillingAccount account, DateSpan period, ReadOnlySpan<MeterUsage> usage);

    private static void RequireNext(BillingAccount account, DateSpan period)
    {
        OpeningBalances.RequireCalendar(account, nameof(account));
        DateSpan next = account.NextPeriod();
        if (period != next)
        {
            throw DomainGuards.OutOfRange(
                nameof(period), period, Invariant($"{next}, the next period of {account.Customer}, which is billed ")
                    + Invariant($"through {account.NextStart:R},"));
        }
    }

    private static Invoice WithNames(
        BillingAccount account, DateSpan period, ReadOnlySpan<MeterUsage> usage, Writer write)
    {
        try
        {
            return write(account, period, usage);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"The invoice of {account.Customer} for {period}", nameof(account), overflow);
        }
    }

    private static Invoice Final(BillingAccount account, DateSpan period, ReadOnlySpan<MeterUsage> usage)
    {
        LocalDate end = new ContractCalendar(account).ServiceOf(period).End!.Value;
        PeriodInvoice invoice = PeriodInvoice.Of(account, period, end, isOver: true, usage, ("account", "usage"));
        BillingAccount closing = invoice.ClosingAccount;
        if (closing.Cycle.Fee == FeeTiming.InArrears || closing.IsFullyBilled)
        {
            return Of(account, InvoiceKind.Final, [invoice], closing);
        }

        DateSpan next = closing.NextPeriod();
        PeriodInvoice ahead = PeriodInvoice.Of(closing, next, next.Start, isOver: false, [], ("account", "account"));
        bool isDue = ahead.Lines.Any(static line => line.Kind == InvoiceLineKind.BaseFee);
        return isDue
            ? Of(account, InvoiceKind.Final, [invoice, ahead], ahead.ClosingAccount)
            : Of(account, InvoiceKind.Final, [invoice], closing);
    }

    private static Invoice Progress(
        BillingAccount account, DateSpan period, LocalDate through, ReadOnlySpan<MeterUsage> usage, InvoiceKind kind)
    {
        (string, string) names = ("account", kind == InvoiceKind.Advance ? "account" : "usage");
        PeriodInvoice invoice = PeriodInvoice.Of(account, period, through, isOver: false, usage, names);
        return Of(account, kind, [invoice], invoice.ClosingAccount);
    }

    private static Invoice Of(
        BillingAccount account, InvoiceKind kind, ReadOnlySpan<PeriodInvoice> periods, BillingAccount closing)
    {
        ValueList<InvoiceLine> lines = periods.Length == 1
            ? periods[0].Lines.ToValueList()
            : [.. periods[0].Lines, .. periods[1].Lines];
        ValueList<InvoiceSection> sections = periods.Length == 1
            ? [periods[0].Section]
            : [periods[0].Section, periods[1].Section];
        return new Invoice
        {
            Customer = account.Customer,
            Plan = periods[0].ClosingAccount.Plan.Name,
            Currency = account.Currency,
            Kind = kind,
            Sections = sections,
            Lines = lines,
            OpeningAccount = account,
            ClosingAccount = closing,
            PrepaidClose = periods[0].Close,
        };
    }
}
