using System.Globalization;
using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>The arithmetic of statement lines in words.</summary>
internal static class StatementExplanations
{
    public static string Of(PayEntry entry) => entry.Kind switch
    {
        StatementLineKind.Commission => Commission(entry.Working),
        StatementLineKind.Residual => Residual(entry),
        _ => Rated(entry),
    };

    public static string Vested(PayEntry entry, CompPlan plan)
    {
        string why = plan.PaymentTrigger switch
        {
            PaymentTrigger.Invoice => "as the customer is invoiced",
            PaymentTrigger.CashReceived => "as the customer pays",
            _ => "",
        };
        string vesting = plan.Vesting == default ? "" : Invariant($"vesting {plan.Vesting}");
        string joined = why.Length > 0 && vesting.Length > 0 ? why + ", " + vesting : why + vesting;
        return Invariant($"a part of {entry.Amount:#,0.00} earned {entry.Date:R}, {joined}");
    }

    public static string Undone(ReversalEntry undone, Clawback? rule)
    {
        string what = undone.Kind == StatementLineKind.Clawback
            ? Invariant($"{(rule?.Share ?? 1m) * 100m:0.##}% of what was paid of {undone.Of.Amount:#,0.00} is taken back")
            : Invariant($"what was not payable of {undone.Of.Amount:#,0.00} is void");
        return Invariant($"{undone.Reason} on {undone.Date:R}: {what}; earned {undone.Of.Date:R}");
    }

    public static string Adjusted(LocalDate day, decimal earned, decimal paid, decimal statedEarned, decimal statedPaid) =>
        Invariant($"before {day:R} it comes to {earned:#,0.00} earned and {paid:#,0.00} payable; stated were {statedEarned:#,0.00} and {statedPaid:#,0.00}");

    // The line of every credit: string.Create formats in place, where Invariant boxes each value first.
    private static string Commission(in PayCalculation working)
    {
        string credited = Credited(in working);
        decimal target = working.Terms!.Target;
        decimal from = working.Before / target * 100m;
        decimal to = working.After / target * 100m;
        string of = working.Component!.Measure.Format(target);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{credited}, from {from:0.##}% to {to:0.##}% of {of}; pay at that {working.PayAfter:#,0.00}, before {working.PayBefore:#,0.00}; {working.Terms.Explanation}");
    }

    private static string Credited(in PayCalculation working)
    {
        CompCredit credit = working.Credit!;
        CompMeasure measure = credit.Measure;
        string share = credit.Share != 1m && measure.Kind == MeasureKind.Flow
            ? Invariant($" x {credit.Share * 100m:0.##}%") : "";
        string counted = working.Counted != credit.Credited ? " of which " + measure.Format(working.Counted) + " counts after the windfall rule" : "";
        string waited = working.Waited is { } gate ? Invariant($" of {credit.Date:R}, until now held by {gate}") : "";
        return measure.Name + " " + measure.Format(credit.Amount) + share + counted + waited;
    }

    private static string Residual(PayEntry entry)
    {
        PayCalculation working = entry.Working;
        if (working.Month > 0)
        {
            return Invariant(
                $"{working.Rate * 100m:0.##}% of {working.Of:#,0.00} monthly recurring revenue, month {working.Month}");
        }

        string expansion = Invariant($"{working.Rate * 100m:0.##}% of {working.Of:#,0.00} expansion ARR");
        if (!working.IsCut)
        {
            return expansion;
        }

        return "not " + expansion + (working.Period == default
            ? ", as the day from which the months count is not known for the account"
            : Invariant($", as it is outside {working.Period}"));
    }

    private static string Rated(PayEntry entry)
    {
        PayCalculation working = entry.Working;
        string rate = working.Rate != 0m ? Invariant($"{working.Rate * 100m:0.##}% of {working.Of:#,0.##}") : "";
        string flat = working.Flat != 0m ? Invariant($"{working.Flat:#,0.00}") : "";
        string joined = rate.Length > 0 && flat.Length > 0 ? rate + " and " + flat : rate + flat;
        string nothing = entry.Deal is null
            ? "nothing: the amount is for deals, and the credit names none"
            : "nothing more for this deal";
        return (joined.Length > 0 ? joined : nothing)
            + (working.IsCut ? ", cut to what the budget has left" : "")
            + (working.Waited is { } gate ? Invariant($"; until now held by {gate}") : "");
    }
}
