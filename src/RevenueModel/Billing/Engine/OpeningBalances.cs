using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Rejects accounts whose opening balances are invalid.</summary>
internal static class OpeningBalances
{
    /// <exception cref="ArgumentException">A balance is finer than the minor unit, a carried allowance names a charge
    /// that the plan lacks, the account is billed through a day on which no period starts, or the period in progress
    /// is not the next one.</exception>
    public static void Require(BillingAccount account, string parameterName)
    {
        RequireCarried(account, parameterName);
        RequireCalendar(account, parameterName);
        RoundingPolicy rounding = account.Currency.Rounding;
        if (account.Rounding.Level == RoundingLevel.Line)
        {
            RequireMinorUnits(nameof(account.SpentInContractYear), account.SpentInContractYear, "an amount");
        }

        foreach (PrepaidCredit credit in account.Credits)
        {
            RequireMinorUnits(credit.Id, credit.Balance, "a balance");
            RequireMinorUnits(credit.Id, credit.Rollover?.Minimum ?? 0m, "a rollover");
            RequireMinorUnits(credit.Id, credit.Rollover?.Maximum ?? 0m, "a rollover");
        }

        void RequireMinorUnits(string record, decimal amount, string kind)
        {
            if (rounding.Round(amount) != amount)
            {
                throw new ArgumentOutOfRangeException(
                    parameterName,
                    Invariant($"{record} was {amount}; {kind} with at most ")
                        + Invariant($"{Plural.Of(rounding.Digits, "decimal place")}, the minor unit of ")
                        + $"{account.Currency}, is expected.");
            }
        }
    }

    private static void RequireCarried(BillingAccount account, string parameterName)
    {
        foreach (CarriedAllowance carried in account.Carried)
        {
            bool isCharge = Has(account.Plan) || account.PlanChanges.Any(change => Has(change.Plan));
            if (!isCharge)
            {
                throw new ArgumentException(
                    $"{nameof(BillingAccount.Carried)} of {account.Customer} had \"{carried.Charge}\", which is not a "
                        + $"charge of plan \"{account.Plan.Name}\"; one of its charges is expected.",
                    parameterName);
            }

            bool Has(PricePlan plan) =>
                NameLookup.IndexOf(plan.Charges.AsSpan(), carried.Charge, static charge => charge.Name) >= 0;
        }
    }

    /// <summary>Rejects an account that is billed through a day before its contract or within a period.</summary>
    public static void RequireCalendar(BillingAccount account, string parameterName)
    {
        if (account.BilledThrough < account.ContractStart)
        {
            throw new ArgumentException(
                Invariant($"{nameof(BillingAccount.BilledThrough)} of {account.Customer} was ")
                    + Invariant($"{account.BilledThrough:R}; a day from {account.ContractStart:R}, the start of ")
                    + "the contract, on is expected.",
                parameterName);
        }

        DateSpan next = account.NextPeriod();
        if (account.BilledThrough is { } through && through != account.ContractStart && through != next.Start)
        {
            throw new ArgumentException(
                Invariant($"{nameof(BillingAccount.BilledThrough)} of {account.Customer} was {through:R}; the ")
                    + Invariant($"start of a billing period, such as {next.Start:R} or {next.End:R}, is expected. A ")
                    + "contract that goes on after an end within a period was billed is a new account.",
                parameterName);
        }

        RequireStartsOfPeriods(account, next, parameterName);
        if (account.Open is { } open && open.Period != next)
        {
            throw new ArgumentException(
                Invariant($"{nameof(BillingAccount.Open)} of {account.Customer} was {open.Period}; the next ")
                    + Invariant($"period, {next}, is expected."),
                parameterName);
        }
    }

    // ChangePlan finds the start of the next fee period. A list of changes must state it.
    private static void RequireStartsOfPeriods(BillingAccount account, DateSpan next, string parameterName)
    {
        foreach (PricePlanChange change in account.PlanChanges)
        {
            if (change.Convention == PlanChangeConvention.FromNextPeriod && next.Contains(change.On)
                && new ContractCalendar(account).FeeStartFrom(change.On) is var start && start != change.On)
            {
                throw new ArgumentException(
                    $"{nameof(BillingAccount.PlanChanges)} of {account.Customer} had \"{change}\"; the start of a fee "
                        + Invariant($"period, such as {start:R}, is expected, or ")
                        + $"{nameof(BillingAccount.ChangePlan)}, which finds it.",
                    parameterName);
            }
        }
    }
}
