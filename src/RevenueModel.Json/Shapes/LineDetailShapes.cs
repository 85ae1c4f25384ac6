using RevenueModel.Compensation;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the details of the lines of a statement of pay.</summary>
internal static class LineDetailShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<AdjustmentDetail>(AdjustmentDetailForm);
        shapes.Add<AverageRate>(AverageRateForm);
        shapes.Add<BalanceDetail>(BalanceDetailForm);
        shapes.Add<CommissionDetail>(CommissionDetailForm);
        shapes.Add<RateDetail>(RateDetailForm);
        shapes.Add<ReleaseDetail>(ReleaseDetailForm);
        shapes.Add<ResidualDetail>(ResidualDetailForm);
        shapes.Add<ReversalDetail>(ReversalDetailForm);
        shapes.Add<WithheldDetail>(WithheldDetailForm);
    }

    private static Func<Values<AdjustmentDetail>, AdjustmentDetail> AdjustmentDetailForm(
        RecordBuilder<AdjustmentDetail> record)
    {
        record.Kind("adjustment");
        var before = record.Required("before", static x => x.Before);
        var earnedDue = record.Required("earnedDue", static x => x.EarnedDue);
        var earnedStated = record.Required("earnedStated", static x => x.EarnedStated);
        var payableDue = record.Optional("payableDue", static x => x.PayableDue);
        var payableStated = record.Optional("payableStated", static x => x.PayableStated);
        var terms = record.Optional("terms", static x => x.Terms);
        var changes = record.Optional("changes", static x => x.Changes);
        return values => new AdjustmentDetail
        {
            Before = values.Get(before),
            EarnedDue = values.Get(earnedDue),
            EarnedStated = values.Get(earnedStated),
            PayableDue = values.Get(payableDue),
            PayableStated = values.Get(payableStated),
            Terms = values.Get(terms),
            Changes = values.Get(changes),
        };
    }

    private static Func<Values<AverageRate>, AverageRate> AverageRateForm(RecordBuilder<AverageRate> record)
    {
        var attained = record.Required("attained", static x => x.Attained);
        var factor = record.Required("factor", static x => x.Factor);
        return values => new AverageRate
        {
            Attained = values.Get(attained),
            Factor = values.Get(factor),
        };
    }

    private static Func<Values<BalanceDetail>, BalanceDetail> BalanceDetailForm(RecordBuilder<BalanceDetail> record)
    {
        record.Kind("balance");
        var rule = record.Required("rule", static x => x.Rule);
        var payable = record.Optional("payable", static x => x.Payable);
        var draw = record.Optional("draw", static x => x.Draw);
        var balance = record.Optional("balance", static x => x.Balance);
        var kept = record.Optional("kept", static x => x.Kept);
        var carried = record.Optional("carried", static x => x.Carried);
        var endedOn = record.Optional("endedOn", static x => x.EndedOn);
        return values => new BalanceDetail
        {
            Rule = values.Get(rule),
            Payable = values.Get(payable),
            Draw = values.Get(draw),
            Balance = values.Get(balance),
            Kept = values.Get(kept),
            Carried = values.Get(carried),
            EndedOn = values.Get(endedOn),
        };
    }

    private static Func<Values<CommissionDetail>, CommissionDetail> CommissionDetailForm(
        RecordBuilder<CommissionDetail> record)
    {
        record.Kind("commission");
        var credit = record.Required("credit", static x => x.Credit);
        var period = record.Required("period", static x => x.Period);
        var terms = record.Required("terms", static x => x.Terms);
        var counted = record.Required("counted", static x => x.Counted);
        var before = record.Required("before", static x => x.Before);
        var after = record.Required("after", static x => x.After);
        var payBefore = record.Required("payBefore", static x => x.PayBefore);
        var payAfter = record.Required("payAfter", static x => x.PayAfter);
        var averageRate = record.Optional("averageRate", static x => x.AverageRate);
        var gates = record.Optional("gates", static x => x.Gates);
        return values => new CommissionDetail
        {
            Credit = values.Get(credit),
            Period = values.Get(period),
            Terms = values.Get(terms),
            Counted = values.Get(counted),
            Before = values.Get(before),
            After = values.Get(after),
            PayBefore = values.Get(payBefore),
            PayAfter = values.Get(payAfter),
            AverageRate = values.Get(averageRate),
            Gates = values.Get(gates),
        };
    }

    private static Func<Values<RateDetail>, RateDetail> RateDetailForm(RecordBuilder<RateDetail> record)
    {
        record.Kind("rate");
        var credit = record.Required("credit", static x => x.Credit);
        var rate = record.Optional("rate", static x => x.Rate);
        var flat = record.Optional("flat", static x => x.Flat);
        var isCut = record.Optional("isCut", static x => x.IsCut);
        var gates = record.Optional("gates", static x => x.Gates);
        return values => new RateDetail
        {
            Credit = values.Get(credit),
            Rate = values.Get(rate),
            Flat = values.Get(flat),
            IsCut = values.Get(isCut),
            Gates = values.Get(gates),
        };
    }

    private static Func<Values<ReleaseDetail>, ReleaseDetail> ReleaseDetailForm(RecordBuilder<ReleaseDetail> record)
    {
        record.Kind("release");
        var amount = record.Required("amount", static x => x.Amount);
        var earnedOn = record.Required("earnedOn", static x => x.EarnedOn);
        var isTakenBack = record.Optional("isTakenBack", static x => x.IsTakenBack);
        var trigger = record.Optional("trigger", static x => x.Trigger);
        var vesting = record.Optional("vesting", static x => x.Vesting);
        return values => new ReleaseDetail
        {
            Amount = values.Get(amount),
            EarnedOn = values.Get(earnedOn),
            IsTakenBack = values.Get(isTakenBack),
            Trigger = values.Get(trigger),
            Vesting = values.Get(vesting),
        };
    }

    private static Func<Values<ResidualDetail>, ResidualDetail> ResidualDetailForm(
        RecordBuilder<ResidualDetail> record)
    {
        record.Kind("residual");
        var rate = record.Required("rate", static x => x.Rate);
        var of = record.Required("of", static x => x.Of);
        var month = record.Optional("month", static x => x.Month);
        var period = record.Optional("period", static x => x.Period);
        var isPaid = record.Optional("isPaid", static x => x.IsPaid);
        return values => new ResidualDetail
        {
            Rate = values.Get(rate),
            Of = values.Get(of),
            Month = values.Get(month),
            Period = values.Get(period),
            IsPaid = values.Get(isPaid),
        };
    }

    private static Func<Values<ReversalDetail>, ReversalDetail> ReversalDetailForm(
        RecordBuilder<ReversalDetail> record)
    {
        record.Kind("reversal");
        var cause = record.Required("cause", static x => x.Cause);
        var subject = record.Required("subject", static x => x.Subject);
        var on = record.Required("on", static x => x.On);
        var amount = record.Required("amount", static x => x.Amount);
        var earnedOn = record.Required("earnedOn", static x => x.EarnedOn);
        var isPaid = record.Optional("isPaid", static x => x.IsPaid);
        var share = record.Optional("share", static x => x.Share, fallback: 1m);
        var isSpared = record.Optional("isSpared", static x => x.IsSpared);
        return values => new ReversalDetail
        {
            Cause = values.Get(cause),
            Subject = values.Get(subject),
            On = values.Get(on),
            Amount = values.Get(amount),
            EarnedOn = values.Get(earnedOn),
            IsPaid = values.Get(isPaid),
            Share = values.Get(share),
            IsSpared = values.Get(isSpared),
        };
    }

    private static Func<Values<WithheldDetail>, WithheldDetail> WithheldDetailForm(
        RecordBuilder<WithheldDetail> record)
    {
        record.Kind("withheld");
        var credit = record.Required("credit", static x => x.Credit);
        var gates = record.Required("gates", static x => x.Gates);
        var lostOn = record.Optional("lostOn", static x => x.LostOn);
        var lostTo = record.Optional("lostTo", static x => x.LostTo);
        return values => new WithheldDetail
        {
            Credit = values.Get(credit),
            Gates = values.Get(gates),
            LostOn = values.Get(lostOn),
            LostTo = values.Get(lostTo),
        };
    }
}
