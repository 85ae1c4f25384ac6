using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Builds the statement of a period from its lines.</summary>
internal static class StatementBuilder
{
    public static CompStatement Build(
        CompLedger ledger,
        Earnings earnings,
        DateSpan period,
        CompStatement? last,
        List<StatementLine> adjustments,
        DrawBalances draws)
    {
        LocalDate end = period.End!.Value;
        var lines = new List<StatementLine>();
        AddWithheld(lines, ledger, earnings, period);
        AddEarned(lines, ledger, earnings, period);
        AddReleased(lines, ledger, earnings, period);
        AddUndone(lines, ledger, earnings, period);
        lines.AddRange(adjustments);
        decimal drawBefore = last?.DrawBalance ?? ledger.Opening?.DrawBalance ?? 0m;
        decimal carriedBefore = last?.CarriedBalance ?? ledger.Opening?.CarriedBalance ?? 0m;
        PeriodClose.Close(ledger, period, lines, draws, carriedBefore);
        decimal earned = 0m;
        decimal payableNow = 0m;
        decimal deferred = 0m;
        decimal drawBalance = drawBefore;
        decimal carried = carriedBefore;
        foreach (StatementLine line in lines)
        {
            earned += line.Earned;
            payableNow += line.PayableNow;
            deferred += line.Deferred;
            drawBalance += line.DrawBalance;
            carried += line.CarriedBalance;
        }

        decimal laterBefore = last?.PayableLater ?? OpeningLater(ledger);
        var source = new PaySource(earnings, end, draws);
        var statement = new CompStatement
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
            ScheduleFrom = source,
            DrawBalanceBefore = drawBefore,
            DrawBalance = drawBalance,
            CarriedBalanceBefore = carriedBefore,
            CarriedBalance = carried,
        };
        source.Statement = statement;
        return statement;
    }

    private static decimal OpeningLater(CompLedger ledger)
    {
        decimal later = 0m;
        foreach (DeferredPay part in ledger.Opening?.PayableLater ?? [])
        {
            later += part.Amount;
        }

        return later;
    }

    private static void AddWithheld(
        List<StatementLine> lines, CompLedger ledger, Earnings earnings, DateSpan period)
    {
        LocalDate end = period.End!.Value;
        foreach (CountedCredit counted in earnings.Held
            .Where(counted => period.Contains(counted.Credit.Date) && !(counted.CountsOn < end))
            .OrderBy(static counted => counted.Credit.Date)
            .ThenBy(static counted => counted.Credit.Deal, StringComparer.Ordinal)
            .ThenBy(static counted => counted.Position))
        {
            CompPlan plan = ledger.Assignments[counted.Assignment].Plan;
            lines.Add(new StatementLine
            {
                Kind = StatementLineKind.Withheld,
                Date = counted.Credit.Date,
                Role = plan.Role,
                Plan = plan.Id,
                Item = PayItem.Of(counted.Credit.Measure),
                Deal = counted.Credit.Deal,
                Account = counted.Credit.Account,
                Detail = counted.Held(end),
            });
        }
    }

    private static void AddEarned(
        List<StatementLine> lines, CompLedger ledger, Earnings earnings, DateSpan period)
    {
        LocalDate end = period.End!.Value;
        PayEntry[] entries = earnings.Calendar.Earned(period);
        lines.EnsureCapacity(lines.Count + entries.Length + 2);
        foreach (PayEntry entry in entries)
        {
            CompPlan plan = ledger.Assignments[entry.Assignment].Plan;
            decimal now = entry.PaidBefore(end);
            lines.Add(new StatementLine
            {
                Kind = entry.Kind,
                Date = entry.Date,
                Role = plan.Role,
                Plan = plan.Id,
                Item = entry.Item,
                Deal = entry.Deal,
                Account = entry.Account,
                Earned = entry.Amount,
                PayableNow = now,
                Deferred = entry.Amount - now,
                PayableLater = Later(entry, end),
                IsWindfall = entry.IsWindfall,
                Detail = entry.Detail,
            });
        }
    }

    private static void AddReleased(
        List<StatementLine> lines, CompLedger ledger, Earnings earnings, DateSpan period)
    {
        LocalDate end = period.End!.Value;
        List<StatementLine> released = [];
        foreach (PayEntry entry in earnings.Calendar.Released(period))
        {
            decimal now = entry.PaidBefore(end) - entry.PaidBefore(period.Start);
            if (now != 0m)
            {
                CompPlan plan = ledger.Assignments[entry.Assignment].Plan;
                var detail = new ReleaseDetail
                {
                    Amount = entry.Amount,
                    EarnedOn = entry.Date,
                    IsTakenBack = now < 0m && entry.Amount > 0m,
                    Trigger = entry.IsOpening ? PaymentTrigger.Booking : plan.PaymentTrigger,
                    Vesting = entry.IsOpening ? default : plan.Vesting,
                };
                released.Add(LineOf(
                    plan, entry, StatementLineKind.Released, entry.LastPaidBefore(end), 0m, now, -now, detail));
            }
        }

        AddInOrder(lines, released);
    }

    private static void AddUndone(List<StatementLine> lines, CompLedger ledger, Earnings earnings, DateSpan period)
    {
        List<StatementLine> undoneLines = [];
        foreach (ReversalEntry undone in earnings.Undone)
        {
            if (period.Contains(undone.Date))
            {
                CompPlan plan = ledger.Assignments[undone.Of.Assignment].Plan;
                decimal paid = undone.Kind == StatementLineKind.Clawback ? undone.Amount : 0m;
                undoneLines.Add(LineOf(
                    plan,
                    undone.Of,
                    undone.Kind,
                    undone.Date,
                    -undone.Amount,
                    -paid,
                    paid - undone.Amount,
                    undone.Detail));
            }
        }

        AddInOrder(lines, undoneLines);
    }

    private static void AddInOrder(List<StatementLine> lines, List<StatementLine> added)
    {
        if (added.Count > 0)
        {
            lines.AddRange(added
                .OrderBy(static line => line.Kind)
                .ThenBy(static line => line.Date)
                .ThenBy(static line => line.Deal, StringComparer.Ordinal));
        }
    }

    private static StatementLine LineOf(
        CompPlan plan,
        PayEntry entry,
        StatementLineKind kind,
        LocalDate date,
        decimal earned,
        decimal payableNow,
        decimal deferred,
        LineDetail detail) => new()
        {
            Kind = kind,
            Date = date,
            Role = plan.Role,
            Plan = plan.Id,
            Item = entry.Item,
            Deal = entry.Deal,
            Account = entry.Account,
            Earned = earned,
            PayableNow = payableNow,
            Deferred = deferred,
            Detail = detail,
        };

    private static ValueList<WithheldCredit> Withheld(Earnings earnings, LocalDate end)
    {
        List<CountedCredit> held = [];
        foreach (ref readonly CountedCredit counted in earnings.Held.AsSpan())
        {
            if (counted.Credit.Date < end && !(counted.CountsOn < end))
            {
                held.Add(counted);
            }
        }

        held.Sort(static (x, y) => x.Credit.Date != y.Credit.Date
            ? x.Credit.Date.CompareTo(y.Credit.Date)
            : x.Position.CompareTo(y.Position));
        var withheld = new WithheldCredit[held.Count];
        for (int i = 0; i < withheld.Length; i++)
        {
            withheld[i] = new WithheldCredit(held[i].Credit, held[i].Held(end));
        }

        return ValueList.Own(withheld);
    }

    // Parts that become payable on the same day are combined; parts without a day come last.
    private static ValueList<DeferredPay> Later(PayEntry entry, LocalDate end)
    {
        int pending = 0;
        foreach (ref readonly Payable payable in entry.Payables.AsSpan())
        {
            pending += payable.IsPendingOn(end) ? 1 : 0;
        }

        if (pending == 0)
        {
            return [];
        }

        // Usually each part has a later day than the part before.
        var ordered = new DeferredPay[pending];
        bool isOrdered = true;
        int next = 0;
        foreach (ref readonly Payable payable in entry.Payables.AsSpan())
        {
            if (payable.IsPendingOn(end))
            {
                LocalDate? on = payable.Released < end ? payable.Due : null;
                isOrdered &= payable.Amount != 0m && (next == 0 || IsBefore(ordered[next - 1].On, on));
                ordered[next++] = new DeferredPay(on, payable.Amount, entry.Deal);
            }
        }

        return isOrdered ? ValueList.Own(ordered) : Merged(ordered);
    }

    private static ValueList<DeferredPay> Merged(DeferredPay[] all)
    {
        var parts = new List<DeferredPay>(all.Length);
        foreach (DeferredPay part in all)
        {
            AddPart(parts, part.On, part.Amount, part.Deal);
        }

        parts.RemoveAll(static part => part.Amount == 0m);
        return parts.ToValueList();
    }

    private static void AddPart(List<DeferredPay> parts, LocalDate? on, decimal amount, string? deal)
    {
        int i = parts.Count;
        while (i > 0 && IsBefore(on, parts[i - 1].On))
        {
            i--;
        }

        if (i > 0 && parts[i - 1].On == on)
        {
            parts[i - 1] = parts[i - 1] with { Amount = parts[i - 1].Amount + amount };
        }
        else
        {
            parts.Insert(i, new DeferredPay(on, amount, deal));
        }
    }

    private static bool IsBefore(LocalDate? x, LocalDate? y) => x is { } day && (y is null || day < y);
}
