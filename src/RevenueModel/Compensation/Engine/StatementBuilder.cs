using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Puts the lines of a period together.</summary>
internal static class StatementBuilder
{
    public static CompStatement Build(
        CompLedger ledger,
        Earnings earnings,
        DateSpan period,
        CompStatement? last,
        List<StatementLine> adjustments)
    {
        LocalDate end = period.End!.Value;
        List<StatementLine> lines =
        [
            .. WithheldLines(ledger, earnings, period),
            .. EarnedLines(ledger, earnings, period),
            .. InOrder(ReleasedLines(ledger, earnings, period)),
            .. InOrder(UndoneLines(ledger, earnings, period)),
            .. adjustments,
        ];
        decimal balanceBefore = last?.DrawBalance ?? 0m;
        decimal balance = DrawSettlement.Close(ledger, period, lines, balanceBefore);
        decimal earned = 0m;
        decimal payableNow = 0m;
        decimal deferred = 0m;
        foreach (StatementLine line in lines)
        {
            earned += line.Earned;
            payableNow += line.PayableNow;
            deferred += line.Deferred;
        }

        decimal laterBefore = last?.PayableLater ?? 0m;
        return new CompStatement
        {
            Person = ledger.Person,
            Period = period,
            Lines = lines.ToValueList(),
            Attainments = AttainmentSummary.Of(ledger, earnings, period),
            Withheld = Withheld(earnings, end),
            Earned = earned,
            PayableNow = payableNow,
            PayableLaterBefore = laterBefore,
            PayableLater = laterBefore + deferred,
            Schedule = earnings.Calendar.PayableFrom(end),
            DrawBalanceBefore = balanceBefore,
            DrawBalance = balance,
        };
    }

    private static IEnumerable<StatementLine> InOrder(IEnumerable<StatementLine> lines) =>
        lines.OrderBy(line => line.Kind).ThenBy(line => line.Date).ThenBy(line => line.Deal, StringComparer.Ordinal);

    private static IEnumerable<StatementLine> WithheldLines(CompLedger ledger, Earnings earnings, DateSpan period) =>
        earnings.Held
            .Where(counted => period.Contains(counted.Credit.Date) && !(counted.CountsOn < period.End))
            .OrderBy(counted => counted.Credit.Date)
            .ThenBy(counted => counted.Credit.Deal, StringComparer.Ordinal)
            .ThenBy(counted => counted.Position)
            .Select(counted => new StatementLine
            {
                Kind = StatementLineKind.Withheld,
                Date = counted.Credit.Date,
                Role = ledger.Assignments[counted.Assignment].Plan.Role,
                Item = PayItem.Of(counted.Credit.Measure),
                Deal = counted.Credit.Deal,
                Account = counted.Credit.Account,
                Explanation = Invariant(
                    $"{counted.Credit.Measure.Name} {counted.Credit.Measure.Format(counted.Credit.Credited)} does not count: {counted.Held(period.End!.Value)}"),
            });

    private static IEnumerable<StatementLine> EarnedLines(CompLedger ledger, Earnings earnings, DateSpan period)
    {
        LocalDate end = period.End!.Value;
        foreach (PayEntry entry in earnings.Calendar.Earned(period))
        {
            decimal now = entry.PaidBefore(end);
            yield return new StatementLine
            {
                Kind = entry.Kind,
                Date = entry.Date,
                Role = ledger.Assignments[entry.Assignment].Plan.Role,
                Item = entry.Item,
                Deal = entry.Deal,
                Account = entry.Account,
                Earned = entry.Amount,
                PayableNow = now,
                Deferred = entry.Amount - now,
                PayableLater = Later(entry, end),
                IsWindfall = entry.IsWindfall,
                Explanation = StatementExplanations.Of(entry),
            };
        }
    }

    private static IEnumerable<StatementLine> ReleasedLines(CompLedger ledger, Earnings earnings, DateSpan period)
    {
        foreach (PayEntry entry in earnings.Calendar.Released(period))
        {
            decimal now = entry.PaidBefore(period.End!.Value) - entry.PaidBefore(period.Start);
            if (now != 0m)
            {
                yield return LineOf(ledger, entry, StatementLineKind.Released) with
                {
                    Date = entry.LastPaidBefore(period.End!.Value),
                    PayableNow = now,
                    Deferred = -now,
                    Explanation = StatementExplanations.Vested(entry, ledger.Assignments[entry.Assignment].Plan),
                };
            }
        }
    }

    private static IEnumerable<StatementLine> UndoneLines(CompLedger ledger, Earnings earnings, DateSpan period)
    {
        foreach (ReversalEntry undone in earnings.Undone)
        {
            if (period.Contains(undone.Date))
            {
                decimal paid = undone.Kind == StatementLineKind.Clawback ? undone.Amount : 0m;
                yield return LineOf(ledger, undone.Of, undone.Kind) with
                {
                    Date = undone.Date,
                    Earned = -undone.Amount,
                    PayableNow = -paid,
                    Deferred = paid - undone.Amount,
                    Explanation = StatementExplanations.Undone(
                        undone, ledger.Assignments[undone.Of.Assignment].Plan.Clawback),
                };
            }
        }
    }

    private static StatementLine LineOf(CompLedger ledger, PayEntry entry, StatementLineKind kind) => new()
    {
        Kind = kind,
        Date = entry.Date,
        Role = ledger.Assignments[entry.Assignment].Plan.Role,
        Item = entry.Item,
        Deal = entry.Deal,
        Account = entry.Account,
        Explanation = "",
    };

    private static ValueList<WithheldCredit> Withheld(Earnings earnings, LocalDate end) => earnings.Held
        .Where(counted => counted.Credit.Date < end && !(counted.CountsOn < end))
        .OrderBy(counted => counted.Credit.Date)
        .ThenBy(counted => counted.Position)
        .Select(counted => new WithheldCredit(counted.Credit, counted.Held(end)))
        .ToValueList();

    // Parts that become payable on one day are one; what waits comes last.
    private static ValueList<DeferredPay> Later(PayEntry entry, LocalDate end)
    {
        var parts = new List<DeferredPay>(entry.Payables.Length);
        foreach (ref readonly Payable payable in entry.Payables.AsSpan())
        {
            if (!payable.IsPendingOn(end))
            {
                continue;
            }

            LocalDate? on = payable.Released < end ? payable.Due : null;
            int i = parts.Count;
            while (i > 0 && IsBefore(on, parts[i - 1].On))
            {
                i--;
            }

            if (i > 0 && parts[i - 1].On == on)
            {
                parts[i - 1] = parts[i - 1] with { Amount = parts[i - 1].Amount + payable.Amount };
            }
            else
            {
                parts.Insert(i, new DeferredPay(on, payable.Amount, entry.Deal));
            }
        }

        parts.RemoveAll(static part => part.Amount == 0m);
        return parts.ToValueList();
    }

    private static bool IsBefore(LocalDate? x, LocalDate? y) => x is { } day && (y is null || day < y);
}
