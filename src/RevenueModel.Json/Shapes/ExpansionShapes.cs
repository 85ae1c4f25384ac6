using RevenueModel.Expansion;

namespace RevenueModel.Json;

/// <summary>The JSON forms of module attach, drivers of expansion and the growth of accounts.</summary>
internal static class ExpansionShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<ModuleAttach>(ModuleAttachForm);
        shapes.Add<ModuleAttachEstimate>(ModuleAttachEstimateForm);
        shapes.Add<ExpansionLag>(ExpansionLagForm);
        shapes.Add<ExpansionDriver>(ExpansionDriverForm);
        shapes.Add<DriverChange>(DriverChangeForm);
        shapes.Add<DriverBridge>(DriverBridgeForm);
        shapes.Add<AccountVolumes>(AccountVolumesForm);
        shapes.Add<AccountGrowthOptions>(AccountGrowthOptionsForm);
        shapes.Add<AccountGrowth>(AccountGrowthForm);
        shapes.Add<AccountGrowthWatch>(AccountGrowthWatchForm);
    }

    private static Func<Values<ModuleAttach>, ModuleAttach> ModuleAttachForm(RecordBuilder<ModuleAttach> record)
    {
        var module = record.Required("module", static x => x.Module, Forms.Name);
        var accounts = record.Required("accounts", static x => x.Accounts, Forms.CountOrZero);
        var baseArpu = record.Required("baseArpu", static x => x.BaseArpu, Forms.NotNegative);
        var attachRate = record.Required("attachRate", static x => x.AttachRate);
        var uplift = record.Required("uplift", static x => x.Uplift, Forms.ShareBand);
        var lagPoints = record.Optional("lagPoints", static x => x.LagPoints, Forms.AmountBand.OrNull());
        return values => new ModuleAttach
        {
            Module = values.Get(module),
            Accounts = values.Get(accounts),
            BaseArpu = values.Get(baseArpu),
            AttachRate = values.Get(attachRate),
            Uplift = values.Get(uplift),
            LagPoints = values.Get(lagPoints),
        };
    }

    private static Func<Values<ModuleAttachEstimate>, ModuleAttachEstimate> ModuleAttachEstimateForm(
        RecordBuilder<ModuleAttachEstimate> record)
    {
        var month = record.Required("month", static x => x.Month);
        var accounts = record.Required("accounts", static x => x.Accounts);
        var baseArpu = record.Required("baseArpu", static x => x.BaseArpu);
        var attachRate = record.Required("attachRate", static x => x.AttachRate);
        var uplift = record.Required("uplift", static x => x.Uplift);
        var lagPoints = record.Optional("lagPoints", static x => x.LagPoints);
        return values => new ModuleAttachEstimate(
            values.Get(month),
            values.Get(accounts),
            values.Get(baseArpu),
            values.Get(attachRate),
            values.Get(uplift),
            values.Get(lagPoints));
    }

    private static Func<Values<ExpansionLag>, ExpansionLag> ExpansionLagForm(RecordBuilder<ExpansionLag> record)
    {
        var openingArr = record.Required("openingArr", static x => x.OpeningArr);
        var expansion = record.Required("expansion", static x => x.Expansion);
        var lagPoints = record.Required("lagPoints", static x => x.LagPoints);
        return values => new ExpansionLag(values.Get(openingArr), values.Get(expansion), values.Get(lagPoints));
    }

    private static Func<Values<ExpansionDriver>, ExpansionDriver> ExpansionDriverForm(
        RecordBuilder<ExpansionDriver> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var quantity = record.Required("quantity", static x => x.Quantity, Forms.Name);
        var effect = record.Required("effect", static x => x.Effect);
        var watchedBy = record.Required("watchedBy", static x => x.WatchedBy, Forms.Name);
        var uplift = record.Optional("uplift", static x => x.Uplift, Forms.ShareBand.OrNull());
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new ExpansionDriver
        {
            Name = values.Get(name),
            Quantity = values.Get(quantity),
            Effect = values.Get(effect),
            WatchedBy = values.Get(watchedBy),
            Uplift = values.Get(uplift),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<DriverChange>, DriverChange> DriverChangeForm(RecordBuilder<DriverChange> record)
    {
        var driver = record.Required("driver", static x => x.Driver, Forms.Name);
        var quantityBefore = record.Required("quantityBefore", static x => x.QuantityBefore, Forms.NotNegative);
        var quantityAfter = record.Required("quantityAfter", static x => x.QuantityAfter, Forms.NotNegative);
        var arrPerUnitBefore = record.Required(
            "arrPerUnitBefore", static x => x.ArrPerUnitBefore, Forms.NotNegative);
        var arrPerUnitAfter = record.Required("arrPerUnitAfter", static x => x.ArrPerUnitAfter, Forms.NotNegative);
        return values => new DriverChange
        {
            Driver = values.Get(driver),
            QuantityBefore = values.Get(quantityBefore),
            QuantityAfter = values.Get(quantityAfter),
            ArrPerUnitBefore = values.Get(arrPerUnitBefore),
            ArrPerUnitAfter = values.Get(arrPerUnitAfter),
        };
    }

    private static Func<Values<DriverBridge>, DriverBridge> DriverBridgeForm(RecordBuilder<DriverBridge> record)
    {
        var drivers = record.Optional("drivers", static x => x.Drivers);
        return values => new DriverBridge(values.Get(drivers));
    }

    private static Func<Values<AccountVolumes>, AccountVolumes> AccountVolumesForm(
        RecordBuilder<AccountVolumes> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var start = record.Required("start", static x => x.Start);
        var volumes = record.Required("volumes", static x => x.Volumes, Forms.List(Forms.NotNegative, least: 1));
        var watchedBy = record.Optional("watchedBy", static x => x.WatchedBy, Forms.Name!);
        return values => AccountVolumes.Of(values.Get(account), values.Get(start), values.Get(volumes).AsSpan()) with
        {
            WatchedBy = values.Get(watchedBy),
        };
    }

    private static Func<Values<AccountGrowthOptions>, AccountGrowthOptions> AccountGrowthOptionsForm(
        RecordBuilder<AccountGrowthOptions> record)
    {
        var windowMonths = record.Optional("windowMonths", static x => x.WindowMonths, Forms.Months, fallback: 6);
        var stalledUpTo = record.Optional("stalledUpTo", static x => x.StalledUpTo, Forms.NotNegative);
        var expectedCurve = record.Optional("expectedCurve", static x => x.ExpectedCurve);
        return values => new AccountGrowthOptions
        {
            WindowMonths = values.Get(windowMonths),
            StalledUpTo = values.Get(stalledUpTo),
            ExpectedCurve = values.Get(expectedCurve),
        };
    }

    private static Func<Values<AccountGrowth>, AccountGrowth> AccountGrowthForm(RecordBuilder<AccountGrowth> record)
    {
        var account = record.Required("account", static x => x.Account);
        var watchedBy = record.Optional("watchedBy", static x => x.WatchedBy);
        var month = record.Required("month", static x => x.Month);
        var ageMonths = record.Required("ageMonths", static x => x.AgeMonths);
        var volume = record.Required("volume", static x => x.Volume);
        var volumeBefore = record.Optional("volumeBefore", static x => x.VolumeBefore);
        var monthsSinceHigh = record.Required("monthsSinceHigh", static x => x.MonthsSinceHigh);
        var expectedVolume = record.Optional("expectedVolume", static x => x.ExpectedVolume);
        var status = record.Required("status", static x => x.Status);
        return values => new AccountGrowth
        {
            Account = values.Get(account),
            WatchedBy = values.Get(watchedBy),
            Month = values.Get(month),
            AgeMonths = values.Get(ageMonths),
            Volume = values.Get(volume),
            VolumeBefore = values.Get(volumeBefore),
            MonthsSinceHigh = values.Get(monthsSinceHigh),
            ExpectedVolume = values.Get(expectedVolume),
            Status = values.Get(status),
        };
    }

    private static Func<Values<AccountGrowthWatch>, AccountGrowthWatch> AccountGrowthWatchForm(
        RecordBuilder<AccountGrowthWatch> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var options = record.Required("options", static x => x.Options);
        var accounts = record.Optional("accounts", static x => x.Accounts);
        return values => new AccountGrowthWatch
        {
            AsOf = values.Get(asOf),
            Options = values.Get(options),
            Accounts = values.Get(accounts),
        };
    }
}
