using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Computes invoices for usage: the amounts of <see cref="BillCalculator"/> line by line, rounded to the
/// minor unit.</summary>
/// <remarks>
/// <para>The order: base fee; each charge (quantity, unit conversion and rounding, allowance, subtotal by tier, usage
/// discount, amount discount, percent discount, minimum, maximum); amount and percent discount of the plan; overage surcharge
/// and true-up (minimum); cap and moving up (maximum); prepaid credits; previously billed; tax.</para>
/// <para>Within a period usage is cumulative, and an invoice bills <c>f(usage so far) - f(billed so far)</c>: it may be a
/// credit. What is missing to a commitment is billed when the period is over.</para>
/// <para>A period belongs to the contract year in which its service starts; what is missing to the commitment of a contract year
/// is billed in the period in which the year ends.</para>
/// </remarks>
public static class InvoiceCalculator
{
    /// <summary>Returns the invoice for a period.</summary>
    /// <param name="account">The account as of the start of the period.</param>
    /// <param name="period">The period; it starts on or after the first day of the contract, or is served from then on.</param>
    /// <param name="usage">The cumulative usage of the period so far, by meter; a meter that is not named was not used.</param>
    /// <param name="earlier">The invoices that were issued for the same period before: all of them, in order.</param>
    /// <returns>The invoice; <see cref="Invoice.ClosingAccount"/> is the account for the next period.</returns>
    /// <exception cref="ArgumentException">The plan contradicts itself (<see cref="PricePlan.Validate"/>), a meter is
    /// none of the plan's or is duplicated, a price needs transactions that are not given, usage is above a last tier,
    /// an allowance is carried to a charge that the plan does not have, a credit's balance or rollover, or the spend
    /// of the contract year, is finer than the minor unit, an earlier invoice is not of this customer and period, or
    /// one before it is missing, the period is before the contract, or longer than the contract year that the plan is
    /// committed by, or an amount does not fit a decimal.</exception>
    /// <remarks>Tax is rounded once an invoice, on what that invoice bills.</remarks>
    public static Invoice Next(
        BillingAccount account,
        BillingPeriod period,
        ReadOnlySpan<MeterUsage> usage,
        params ReadOnlySpan<Invoice> earlier)
    {
        Guard.Against.Null(account);
        Guard.Against.Null(period);
        try
        {
            return Draft(account, period, usage, earlier);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"The invoice of {account.Customer} for {period}", nameof(account), overflow);
        }
    }

    /// <inheritdoc cref="Next(BillingAccount, BillingPeriod, ReadOnlySpan{MeterUsage}, ReadOnlySpan{Invoice})"/>
    public static Invoice Next(
        BillingAccount account,
        BillingPeriod period,
        IEnumerable<MeterUsage> usage,
        params IEnumerable<Invoice> earlier) =>
        Next(account, period, usage.AsItems(), earlier.AsItems());

    /// <summary>Returns the invoices of periods that follow each other, each from the account that the one before
    /// left.</summary>
    /// <param name="account">The account as of the start of the first period.</param>
    /// <param name="first">The first period, of whole months; the others have as many.</param>
    /// <param name="usages">The usage of each period, in order.</param>
    /// <returns>An invoice for each period.</returns>
    /// <exception cref="ArgumentException">As for
    /// <see cref="Next(BillingAccount, BillingPeriod, ReadOnlySpan{MeterUsage}, ReadOnlySpan{Invoice})"/>; the message
    /// names the period.</exception>
    public static ValueList<Invoice> Run(
        BillingAccount account,
        DateSpan first,
        params ReadOnlySpan<IEnumerable<MeterUsage>> usages)
    {
        Guard.Against.Null(account);
        int months = ProrationCalculator.MonthsIn(first, nameof(first));
        var invoices = new Invoice[usages.Length];
        BillingAccount current = account;
        for (int i = 0; i < invoices.Length; i++)
        {
            var period = BillingPeriod.Of(ProrationCalculator.PeriodOf(first, i, months));
            ReadOnlySpan<MeterUsage> usage = Guard.Against.Null(usages[i], nameof(usages)).AsItems();
            try
            {
                invoices[i] = Next(current, period, usage);
            }
            catch (ArgumentException refused)
            {
                throw DomainGuards.Within(period.ToString(), refused, ParameterOfRun(refused.ParamName));
            }

            current = invoices[i].ClosingAccount;
        }

        return ValueList.Own(invoices);
    }

    /// <inheritdoc cref="Run(BillingAccount, DateSpan, ReadOnlySpan{IEnumerable{MeterUsage}})"/>
    /// <typeparam name="TUsage">The collection of a period's usage: an array, a list, a value list.</typeparam>
    public static ValueList<Invoice> Run<TUsage>(BillingAccount account, DateSpan first, IEnumerable<TUsage> usages)
        where TUsage : IEnumerable<MeterUsage>
    {
        Guard.Against.Null(usages);
        return Run(account, first, [.. usages.Select(static usage => (IEnumerable<MeterUsage>)usage)]);
    }

    private static string ParameterOfRun(string? parameterOfNext) => parameterOfNext switch
    {
        "usage" => "usages",
        "period" => "first",
        _ => "account",
    };

    private static Invoice Draft(
        BillingAccount account,
        BillingPeriod period,
        ReadOnlySpan<MeterUsage> usage,
        ReadOnlySpan<Invoice> earlier)
    {
        decimal billed = BilledBy(earlier, account, period);
        InvoiceDraft draft = InvoiceDraft.Of(account, period, usage);
        decimal spend = draft.Sum;
        BurnDown burn = PrepaidCalculator.BurnDown(account.Credits.AsSpan(), spend, period.Service);
        foreach (PrepaidDraw draw in burn.Draws)
        {
            draft.Add(InvoiceLineKind.Prepaid, draw.Credit, -draw.Amount, -draw.Amount, Invariant($"{draw.BalanceAfter:#,0.######} left"));
        }

        if (!earlier.IsEmpty)
        {
            draft.Add(InvoiceLineKind.PreviouslyBilled, account.Plan.Name, -billed, -billed, Plural.Of(earlier.Length, "earlier invoice") + " of the period");
        }

        decimal subtotal = draft.Sum;
        if (account.TaxRate > 0m)
        {
            draft.AddRounded(InvoiceLineKind.Tax, "tax", subtotal * account.TaxRate, Invariant($"{account.TaxRate * 100m:0.######}% of {subtotal:#,0.######}"));
        }

        PrepaidClose? close = period.IsOver ? PrepaidCalculator.Close(burn.Credits.AsSpan(), period.Span.End!.Value) : null;
        return new Invoice
        {
            Customer = account.Customer,
            Plan = account.Plan.Name,
            Currency = account.Currency,
            Period = period,
            Lines = draft.Lines,
            Spend = spend,
            PreviouslyBilled = billed,
            UnroundedSpend = draft.Bill.Amount,
            Subtotal = subtotal,
            Total = draft.Sum,
            Draws = burn.Draws,
            ClosingAccount = close is null ? account : draft.AccountAfter(close.Credits),
            PrepaidClose = close,
        };
    }

    private static decimal BilledBy(ReadOnlySpan<Invoice> earlier, BillingAccount account, BillingPeriod period)
    {
        decimal billed = 0m;
        for (int i = 0; i < earlier.Length; i++)
        {
            Invoice invoice = Guard.Against.Null(earlier[i], nameof(earlier));
            if (invoice.Customer != account.Customer
                || invoice.Currency != account.Currency
                || invoice.Period.Span != period.Span
                || invoice.Period.IsOver)
            {
                throw new ArgumentException(
                    Invariant($"earlier had \"{invoice}\"; an invoice in progress of {account.Customer} in {account.Currency} for {period.Span} is expected."),
                    nameof(earlier));
            }

            if (invoice.PreviouslyBilled != billed || earlier[..i].Contains(invoice)) // a repeated invoice of zero does not change the sum
            {
                throw new ArgumentException(
                    Invariant($"earlier had \"{invoice}\", before which {account.Currency.Format(invoice.PreviouslyBilled)} was billed, after invoices of {account.Currency.Format(billed)}; all invoices of the period, each once and in order, are expected."),
                    nameof(earlier));
            }

            billed += invoice.Subtotal;
        }

        return billed;
    }
}
