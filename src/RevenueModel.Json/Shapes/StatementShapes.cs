using RevenueModel.Compensation;

namespace RevenueModel.Json;

/// <summary>The JSON forms of statements of pay.</summary>
internal static class StatementShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<CompStatement>(CompStatementForm);
        shapes.AddValue<ComponentAttainment>(ComponentAttainmentForm);
        shapes.Add<CompOpening>(CompOpeningForm);
        shapes.AddValue<DeferredPay>(DeferredPayForm);
        shapes.AddValue<OpeningAttainment>(OpeningAttainmentForm);
        shapes.AddValue<PayChange>(PayChangeForm);
        shapes.Add<StatementLine>(StatementLineForm);
        shapes.AddValue<WithheldCredit>(WithheldCreditForm);
        shapes.Add(new UnionShape<LineDetail>(
            nameof(LineDetail),
            new Case<LineDetail, AdjustmentDetail>("adjustment", shapes.Find<AdjustmentDetail>()),
            new Case<LineDetail, BalanceDetail>("balance", shapes.Find<BalanceDetail>()),
            new Case<LineDetail, CommissionDetail>("commission", shapes.Find<CommissionDetail>()),
            new Case<LineDetail, RateDetail>("rate", shapes.Find<RateDetail>()),
            new Case<LineDetail, ReleaseDetail>("release", shapes.Find<ReleaseDetail>()),
            new Case<LineDetail, ResidualDetail>("residual", shapes.Find<ResidualDetail>()),
            new Case<LineDetail, ReversalDetail>("reversal", shapes.Find<ReversalDetail>()),
            new Case<LineDetail, WithheldDetail>("withheld", shapes.Find<WithheldDetail>())));
        shapes.Add(new UnionShape<PayItem>(
            nameof(PayItem),
            ItemCase(shapes, PayItemKind.Component, static record =>
            {
                record.Kind("component");
                var measure = record.Required("measure", static x => x.Measure!);
                return values => PayItem.Of(values.Get(measure));
            }),
            ItemCase(shapes, PayItemKind.Trigger, static record =>
            {
                record.Kind("trigger");
                var trigger = record.Required("trigger", static x => x.Trigger.GetValueOrDefault());
                return values => PayItem.Of(values.Get(trigger));
            }),
            ItemCase(shapes, PayItemKind.Spiff, static record =>
            {
                record.Kind("spiff");
                var id = record.Required("id", static x => x.Spiff!);
                var name = record.Optional(
                    "name", static x => x.SpiffName, isWritten: static x => x.SpiffName != x.Spiff);
                return values => PayItem.OfSpiff(values.Get(id), values.Get(name));
            }),
            PlainCase(shapes, PayItem.Residual),
            PlainCase(shapes, PayItem.RampGuarantee),
            PlainCase(shapes, PayItem.RecoverableDraw),
            PlainCase(shapes, PayItem.NonRecoverableDraw),
            PlainCase(shapes, PayItem.Opening),
            PlainCase(shapes, PayItem.Balance)));
    }

    private static Func<Values<CompStatement>, CompStatement> CompStatementForm(RecordBuilder<CompStatement> record)
    {
        var person = record.Required("person", static x => x.Person);
        var period = record.Required("period", static x => x.Period);
        var lines = record.Required("lines", static x => x.Lines);
        var attainments = record.Optional("attainments", static x => x.Attainments);
        var withheld = record.Optional("withheld", static x => x.Withheld);
        var earned = record.Required("earned", static x => x.Earned);
        var payableNow = record.Required("payableNow", static x => x.PayableNow);
        var payableLaterBefore = record.Required("payableLaterBefore", static x => x.PayableLaterBefore);
        var payableLater = record.Required("payableLater", static x => x.PayableLater);
        var schedule = record.Optional("schedule", static x => x.Schedule);
        var drawBalanceBefore = record.Required("drawBalanceBefore", static x => x.DrawBalanceBefore);
        var drawBalance = record.Required("drawBalance", static x => x.DrawBalance);
        var carriedBalanceBefore = record.Optional("carriedBalanceBefore", static x => x.CarriedBalanceBefore);
        var carriedBalance = record.Optional("carriedBalance", static x => x.CarriedBalance);
        return values => new CompStatement
        {
            Person = values.Get(person),
            Period = values.Get(period),
            Lines = values.Get(lines),
            Attainments = values.Get(attainments),
            Withheld = values.Get(withheld),
            Earned = values.Get(earned),
            PayableNow = values.Get(payableNow),
            PayableLaterBefore = values.Get(payableLaterBefore),
            PayableLater = values.Get(payableLater),
            Schedule = values.Get(schedule),
            DrawBalanceBefore = values.Get(drawBalanceBefore),
            DrawBalance = values.Get(drawBalance),
            CarriedBalanceBefore = values.Get(carriedBalanceBefore),
            CarriedBalance = values.Get(carriedBalance),
        };
    }

    private static Func<Values<ComponentAttainment>, ComponentAttainment> ComponentAttainmentForm(
        RecordBuilder<ComponentAttainment> record)
    {
        var role = record.Required("role", static x => x.Role);
        var measure = record.Required("measure", static x => x.Measure);
        var period = record.Required("period", static x => x.Period);
        var credited = record.Required("credited", static x => x.Credited);
        var target = record.Optional("target", static x => x.Target);
        var targetPay = record.Optional("targetPay", static x => x.TargetPay);
        var earned = record.Required("earned", static x => x.Earned);
        return values => new ComponentAttainment(
            values.Get(role),
            values.Get(measure),
            values.Get(period),
            values.Get(credited),
            values.Get(target),
            values.Get(targetPay),
            values.Get(earned));
    }

    private static Func<Values<CompOpening>, CompOpening> CompOpeningForm(RecordBuilder<CompOpening> record)
    {
        var on = record.Required("on", static x => x.On);
        var drawBalance = record.Optional("drawBalance", static x => x.DrawBalance, Forms.NotNegative);
        var carriedBalance = record.Optional("carriedBalance", static x => x.CarriedBalance, Forms.NotNegative);
        var payableLater = record.Optional("payableLater", static x => x.PayableLater);
        var attainments = record.Optional("attainments", static x => x.Attainments);
        return values => new CompOpening
        {
            On = values.Get(on),
            DrawBalance = values.Get(drawBalance),
            CarriedBalance = values.Get(carriedBalance),
            PayableLater = values.Get(payableLater),
            Attainments = values.Get(attainments),
        };
    }

    private static Func<Values<DeferredPay>, DeferredPay> DeferredPayForm(RecordBuilder<DeferredPay> record)
    {
        var on = record.Optional("on", static x => x.On);
        var amount = record.Required("amount", static x => x.Amount);
        var deal = record.Optional("deal", static x => x.Deal);
        return values => new DeferredPay(values.Get(on), values.Get(amount), values.Get(deal));
    }

    private static Func<Values<OpeningAttainment>, OpeningAttainment> OpeningAttainmentForm(
        RecordBuilder<OpeningAttainment> record)
    {
        var measure = record.Required("measure", static x => x.Measure);
        var credited = record.Required("credited", static x => x.Credited);
        var earlierInYear = record.Optional("earlierInYear", static x => x.EarlierInYear);
        return values => new OpeningAttainment(
            values.Get(measure),
            values.Get(credited),
            values.Get(earlierInYear));
    }

    private static Func<Values<PayChange>, PayChange> PayChangeForm(RecordBuilder<PayChange> record)
    {
        var fact = record.Required("fact", static x => x.Fact);
        var before = record.Optional("before", static x => x.Before);
        var after = record.Optional("after", static x => x.After);
        return values => new PayChange(values.Get(fact), values.Get(before), values.Get(after));
    }

    private static Func<Values<StatementLine>, StatementLine> StatementLineForm(RecordBuilder<StatementLine> record)
    {
        var kind = record.Required("kind", static x => x.Kind);
        var corrects = record.Optional("corrects", static x => x.Corrects);
        var date = record.Required("date", static x => x.Date);
        var role = record.Required("role", static x => x.Role);
        var plan = record.Optional<string>(
            "plan", static x => x.Plan, Forms.Name, isWritten: static x => x.HasPlan);
        var item = record.Required("item", static x => x.Item);
        var deal = record.Optional("deal", static x => x.Deal);
        var account = record.Optional("account", static x => x.Account);
        var earned = record.Optional("earned", static x => x.Earned);
        var payableNow = record.Optional("payableNow", static x => x.PayableNow);
        var deferred = record.Optional("deferred", static x => x.Deferred);
        var drawBalance = record.Optional("drawBalance", static x => x.DrawBalance);
        var carriedBalance = record.Optional("carriedBalance", static x => x.CarriedBalance);
        var payableLater = record.Optional("payableLater", static x => x.PayableLater);
        var isWindfall = record.Optional("isWindfall", static x => x.IsWindfall);
        var detail = record.Optional("detail", static x => x.Detail);
        return values =>
        {
            var read = new StatementLine
            {
                Kind = values.Get(kind),
                Corrects = values.Get(corrects),
                Date = values.Get(date),
                Role = values.Get(role),
                Item = values.Get(item),
                Deal = values.Get(deal),
                Account = values.Get(account),
                Earned = values.Get(earned),
                PayableNow = values.Get(payableNow),
                Deferred = values.Get(deferred),
                DrawBalance = values.Get(drawBalance),
                CarriedBalance = values.Get(carriedBalance),
                PayableLater = values.Get(payableLater),
                IsWindfall = values.Get(isWindfall),
                Detail = values.Get(detail),
            };
            return values.Has(plan) ? read with { Plan = values.Get(plan) } : read;
        };
    }

    private static Func<Values<WithheldCredit>, WithheldCredit> WithheldCreditForm(
        RecordBuilder<WithheldCredit> record)
    {
        var credit = record.Required("credit", static x => x.Credit);
        var detail = record.Required("detail", static x => x.Detail);
        return values => new WithheldCredit(values.Get(credit), values.Get(detail));
    }

    private static Case<PayItem> PlainCase(ShapeTable shapes, PayItem item) =>
        ItemCase(shapes, item.Kind, record =>
        {
            record.Kind(EnumNames.Of(item.Kind));
            return _ => item;
        });

    private static Case<PayItem> ItemCase(
        ShapeTable shapes, PayItemKind kind, Func<RecordBuilder<PayItem>, Func<Values<PayItem>, PayItem>> build) =>
        new Case<PayItem, PayItem>(
            EnumNames.Of(kind),
            new RecordShape<PayItem>(shapes, "PayItem." + EnumNames.Of(kind), build),
            item => item.Kind == kind);
}
