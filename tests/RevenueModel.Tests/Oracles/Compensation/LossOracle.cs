using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>What of the lines of a ledger lapses and what is taken back, event by event.</summary>
internal sealed class LossOracle
{
    private readonly IReadOnlyList<OracleLine> _lines;
    private readonly List<OracleLoss> _losses = [];

    public LossOracle(CompLedger ledger, IReadOnlyList<OracleLine> lines)
    {
        _lines =
        [
            .. lines.OrderBy(line => line.Date)
                .ThenBy(line => line.Kind)
                .ThenBy(line => line.Deal, StringComparer.Ordinal),
        ];
        var events = ledger.Events
            .Where(happened => happened.Kind is CompEventKind.Churned or CompEventKind.NotPaid)
            .Select(happened => (
                happened.Date,
                Cause: happened.Kind == CompEventKind.Churned ? ClawbackCauses.Churn : ClawbackCauses.NonPayment,
                happened.Subject))
            .ToList();
        if (ledger.LastWorkingDay is { } last)
        {
            events.Add((last.PlusDays(1), ClawbackCauses.Leaving, ""));
        }

        foreach ((LocalDate day, ClawbackCauses cause, string subject) in events.OrderBy(happened => happened.Date))
        {
            Apply(day, cause, subject);
        }
    }

    public IReadOnlyList<OracleLoss> Losses => _losses;

    private void Apply(LocalDate day, ClawbackCauses cause, string subject)
    {
        var owed = new Dictionary<(string Plan, string? Deal, string? Account), ExactFraction>();
        var taken = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (OracleLine line in _lines.Where(line => day >= line.Date && IsConcerned(line, cause, subject)))
        {
            CompPlan plan = line.Plan;
            if (plan.Clawback is { } clawback
                && clawback.Causes.HasFlag(cause)
                && day < Awarded(line).PlusMonths(clawback.WindowMonths))
            {
                if (line.IsClawedBack || (line.Earned < 0m && line.Date == day))
                {
                    continue; // a correction of the same day follows the event
                }

                line.IsClawedBack = true;
                var group = (plan.Id, line.Deal, line.Deal is null ? line.Account : null);
                ExactFraction before = owed.GetValueOrDefault(group, Zero);
                decimal paid = line.Parts.Where(part => part.IsPayableBefore(day)).Sum(part => part.Amount)
                    + line.Spared;
                ExactFraction after = before + (ShareOn(day, line, clawback) * Exact(paid));
                owed[group] = after;
                decimal recovered = Round(after, plan.Rounding) - Round(before, plan.Rounding);
                _losses.Add(new OracleLoss(StatementLineKind.Clawback, line, day, recovered));
                decimal lapsed = Lapse(line, day, line.Parts.Where(part => !part.IsPayableBefore(day)));
                if (line.Deal is { } deal)
                {
                    taken[deal] = taken.GetValueOrDefault(deal) + recovered + lapsed;
                }
            }
            else if (cause != ClawbackCauses.NonPayment)
            {
                Lapse(line, day, line.Parts.Where(part => part.Tranche >= 1 && part.Vests >= day));
            }
        }

        foreach (OracleLine line in _lines.Where(line =>
            line.Deal is not null && line.Earned < 0m && line.Date >= day && !line.IsClawedBack))
        {
            decimal left = Math.Max(0m, taken.GetValueOrDefault(line.Deal!));
            taken[line.Deal!] = left - Spare(line, left);
        }
    }

    // A correction has the age of the pay that it corrects, by whose days it vests.
    private static LocalDate Awarded(OracleLine line) =>
        line.Parts.Where(part => part.Tranche == 0).Select(part => part.Vests).Append(line.Date).Min();

    // Declining, the share falls with each full month since the pay was earned, to zero at the end of the window.
    private static ExactFraction ShareOn(LocalDate day, OracleLine line, Clawback clawback)
    {
        int full = clawback.DeclinesMonthly
            ? Enumerable.Range(1, clawback.WindowMonths).Count(month => Awarded(line).PlusMonths(month) <= day)
            : 0;
        return Exact(clawback.Share) * Exact(clawback.WindowMonths - full) / Exact(clawback.WindowMonths);
    }

    // What a clawback took of a deal is not taken again by a correction of it, nor given back twice.
    private decimal Spare(OracleLine line, decimal left)
    {
        decimal spared = Math.Min(left, -line.Earned - line.Spared);
        if (spared == -line.Earned)
        {
            line.IsClawedBack = true;
            Lapse(line, line.Date, line.Parts);
        }
        else if (spared > 0m)
        {
            line.Spared += spared;
            _losses.Add(new OracleLoss(StatementLineKind.Clawback, line, line.Date, -spared));
        }

        return spared;
    }

    private decimal Lapse(OracleLine line, LocalDate day, IEnumerable<OraclePart> parts)
    {
        decimal amount = 0m;
        foreach (OraclePart part in parts.Where(part => part.Void is null))
        {
            part.Void = day;
            amount += part.Amount;
        }

        if (amount != 0m)
        {
            _losses.Add(new OracleLoss(StatementLineKind.Lapsed, line, day, amount));
        }

        return amount;
    }

    private static bool IsConcerned(OracleLine line, ClawbackCauses cause, string subject) => cause switch
    {
        ClawbackCauses.Churn => line.AccountKey == subject,
        ClawbackCauses.NonPayment => line.Deal == subject,
        _ => true,
    };
}
