using System.Collections.Concurrent;
using System.Reflection;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Compensation;
using RevenueModel.Expansion;
using RevenueModel.Forecasting;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Segments;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Json;

/// <summary>Random values of any type of the library, built by reflection over factories, constructors and init
/// accessors. It shares nothing with the JSON forms, so that it finds state that they forget.</summary>
/// <param name="seed">The seed of the values.</param>
/// <param name="mayContradict">Whether results that contradict themselves are returned as well. The JSON forms refuse
/// some of them.</param>
internal sealed class RecordDice(int seed, bool mayContradict = false)
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;
    private const int Attempts = 200;
    private const int Deepest = 5;

    private static readonly ConcurrentDictionary<Type, Func<RecordDice, object>[]> Makers = new();
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock NullabilityLock = new();

    private static readonly string[] Texts =
        ["Acme", "new ARR", "Enterprise", "calls", "sites", "Ünïcode ✓ 📈", "a \"quoted\" name",
            "tab\tand </script>", "x"];

    private static readonly decimal[] Decimals =
        [0m, 1m, 0.5m, 0.25m, 1.50m, 0.10m, 2m, 3m, 12.5m, 100m, 1200m, 4.00m, 0.000001m, 98765.4321m];

    // Small results that at random often contradict themselves.
    private static readonly HashSet<Type> Contradicting =
        [typeof(SegmentMatch), typeof(InvoiceLine), typeof(LadderWarning)];

    // Ledgers have many rules across their parts.
    private static readonly Lazy<object[]> Ledgers = new(
        static () => [.. LedgerArbitraries.CompLedger().Generator.Sample(100)]);

    private readonly Random _random = new(seed);
    private int _depth;

    /// <summary>Returns a random value.</summary>
    public T Of<T>() => (T)Create(typeof(T));

    /// <summary>Returns a random value of a type.</summary>
    public object Create(Type type)
    {
        _depth++;
        try
        {
            return Special(type) ?? Build(type);
        }
        finally
        {
            _depth--;
        }
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private TItem Any<TItem>(IReadOnlyList<TItem> items) => items[_random.Next(items.Count)];

    private object? Special(Type type)
    {
        if (type.IsEnum)
        {
            return Any(Enum.GetValues(type).Cast<object>().ToArray());
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => Any(Texts),
            TypeCode.Boolean => Chance(50),
            TypeCode.Int32 => Chance(50) ? _random.Next(1, 5) : _random.Next(0, 40),
            TypeCode.Int64 => (long)_random.Next(0, 5_000),
            TypeCode.Double => Chance(50) ? _random.Next(1, 4) * 0.5 : _random.NextDouble() * 3,
            TypeCode.Decimal => Chance(80)
                ? Any(Decimals)
                : new decimal(_random.Next(1, 999_999), 0, 0, false, (byte)_random.Next(5)),
            _ => OfLibrary(type),
        };
    }

    private object? OfLibrary(Type type)
    {
        if (type == typeof(Int128))
        {
            return (Int128)_random.NextInt64(0, 1_000_000_000) * _random.Next(1, 1_000);
        }

        if (type == typeof(LocalDate))
        {
            return new LocalDate(2027, 1, 1).PlusDays(_random.Next(0, 900));
        }

        if (type == typeof(YearMonth))
        {
            return new YearMonth(2027, 1).PlusMonths(_random.Next(0, 30));
        }

        if (type == typeof(Currency))
        {
            return Currency.Of(Any<string>(["USD", "EUR", "JPY", "KWD"]));
        }

        if (type == typeof(PayMix))
        {
            decimal variable = Any<decimal>([0m, 0.4m, 0.50m, 1m, 0.333m]);
            return PayMix.Of(1m - variable, variable);
        }

        if (type == typeof(LifetimeValueBenchmark))
        {
            return LifetimeValueBenchmark.Of(
                Any(Texts), Closed(100m), Closed(100m), Closed(1m), Closed(1m), Chance(50) ? Of<Citation>() : null);
        }

        if (type == typeof(ModuleRoiBenchmark))
        {
            return ModuleRoiBenchmark.Of(
                Closed(24m), Closed(1m), Closed(1m), Closed(100m), Chance(50) ? Of<Citation>() : null);
        }

        if (type == typeof(MeterSeries) && Chance(50))
        {
            return MeterSeries.OfTransactions("payments", Of<ValueList<ValueList<decimal>>>());
        }

        if (type == typeof(SurvivalTable))
        {
            return SurvivalTableCalculator.Tabulate(
                Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Of<SurvivalSubject>()
                    with { Entry = 0m, Weight = 1m + _random.Next(3) }));
        }

        if (type == typeof(DistributionOptions))
        {
            return new DistributionOptions
            {
                Tails = Any(Enum.GetValues<TailAccuracy>()),
                MaxCells = _random.Next(256, 100_000),
                DroppedMass = (1 + _random.NextDouble()) / 10_000,
                FactorTolerance = (1 + _random.NextDouble()) / 10_000,
            };
        }

        if (type == typeof(ForecastDistribution))
        {
            return DistributionCalculator.Forecast(
                Enumerable.Range(0, _random.Next(1, 12)).Select(_ => UncertainDeal.Of(
                    _random.Next(-20, 60) * (Chance(50) ? 1m : 1_234.5678m), _random.NextDouble())),
                new DistributionOptions { MaxCells = 256, DroppedMass = Chance(50) ? 1e-3 : 1e-24 });
        }

        if (type == typeof(RolloutStep))
        {
            int first = _random.Next(1, 60);
            return RolloutStep.Of(Of<string>(), first, first + _random.Next(60), Of<RolloutCheck>());
        }

        if (type == typeof(NodaTime.IsoDayOfWeek))
        {
            return (NodaTime.IsoDayOfWeek)_random.Next(1, 6);
        }

        if (type == typeof(CapacityTerms))
        {
            decimal first = _random.Next(1, 90) / 1_000m;
            return new CapacityTerms
            {
                AnnualQuota = _random.Next(1, 2_000_000),
                Attainment = _random.Next(0, 200) / 100m,
                Ramp = Of<RampCurve>(),
                Seasonality = Chance(50) ? [] : [first, (1m / 6m) - first, .. Enumerable.Repeat(1m / 12m, 10)],
            };
        }

        if (type == typeof(ForecastProbability))
        {
            var forecast = (ForecastDistribution)Create(typeof(ForecastDistribution));
            return forecast.AtLeast(Create(typeof(decimal)) is decimal target ? target : 0m);
        }

        if (type == typeof(StageHazards))
        {
            double left = Any<double>([0.25, 0.5, 0.75]);
            double[] moves = Chance(50) ? [] : [0, left / 2, 0.1 * left];
            return StageHazards.Of(Chance(50) ? 0 : 1 - left, left / 4, moves);
        }

        if (type == typeof(CompLedger))
        {
            return ((CompLedger)Any(Ledgers.Value)).WithTeam(Of<ValueList<TeamSpiffCredit>>());
        }

        if (!type.IsGenericType)
        {
            return null;
        }

        Type open = type.GetGenericTypeDefinition();
        Type[] arguments = type.GetGenericArguments();
        if (open == typeof(Nullable<>))
        {
            return Create(arguments[0]);
        }

        if (open == typeof(Band<>))
        {
            object one = Create(arguments[0]);
            object other = Create(arguments[0]);
            (object min, object max) = Comparer<object>.Default.Compare(one, other) <= 0 ? (one, other) : (other, one);
            return Chance(25)
                ? Generic(typeof(Band), nameof(Band.AtLeast), arguments[0], min)
                : Generic(typeof(Band), nameof(Band.Between), arguments[0], min, max);
        }

        if (open == typeof(Keyed<,>))
        {
            return Activator.CreateInstance(type, Create(arguments[0]), Create(arguments[1]));
        }

        return open == typeof(ValueList<>) || open == typeof(IEnumerable<>) ? List(type, arguments[0]) : null;
    }

    private Band<decimal> Closed(decimal most)
    {
        decimal min = most * _random.Next(1, 50) / 100m;
        return Band.Between(min, min + (most * _random.Next(0, 51) / 100m));
    }

    private object List(Type type, Type item)
    {
        Array items = Items(item);
        return type.IsInterface
            ? items
            : Generic(typeof(ValueList), nameof(ValueList.ToValueList), item, items);
    }

    private Array Items(Type item)
    {
        int count = _depth > Deepest ? 0 : _random.Next(0, 4);
        bool isRequired = item == typeof(InvoiceSection)
            || item == typeof(EffectivePrice)
            || item == typeof(ProjectedMonth);
        count = isRequired ? Math.Max(count, 1) : count;
        List<object> values = item switch
        {
            _ when item == typeof(Tier) => Tiers(),
            _ when item == typeof(PriceTier) => Ends(count).Select(end => (object)(end is { } last
                ? PriceTier.UpTo(last, Price(), Price())
                : PriceTier.Beyond(Price(), Price()))).ToList(),
            _ when item == typeof(PackageTier) => Ends(count).Select(end => (object)(end is { } last
                ? PackageTier.UpTo(last, _random.Next(1, 9), Price(), Price())
                : PackageTier.Beyond(_random.Next(1, 9), Price()))).ToList(),
            _ when item == typeof(LadderTier) => Ends(count).Select((end, i) => (object)(end is { } last
                ? LadderTier.UpTo(last, 100 + (i * 50))
                : LadderTier.Unlimited(100 + (i * 50)))).ToList(),
            _ when item == typeof(CapacityTier) => Enumerable.Range(1, count + 1).Select(i => (object)CapacityTier.Of(
                i * 10m, i * 5m)).ToList(),
            _ when item == typeof(PayoutPoint) => Enumerable.Range(1, count + 1).Select(i => (object)new PayoutPoint(
                i * 0.25m, i * 0.30m)).ToList(),
            _ when item == typeof(decimal) && Chance(25) => [0.55m, 0.30m, 0.15m],
            _ when item == typeof(decimal) && Chance(40) => [0.1m, 0.2m, 0.3m, 0.4m],
            _ => Enumerable.Range(0, count).Select(_ => Create(item)).ToList(),
        };
        Array array = Array.CreateInstance(item, values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            array.SetValue(values[i], i);
        }

        return array;
    }

    private decimal Price() => Any<decimal>([0m, 0m, 0.25m, 0.10m, 1.5m]);

    private IEnumerable<decimal?> Ends(int count)
    {
        decimal end = 0m;
        for (int i = 0; i < count; i++)
        {
            yield return end += _random.Next(1, 400);
        }

        yield return null;
    }

    private List<object> Tiers()
    {
        var tiers = new List<object>();
        decimal from = 0m;
        foreach (decimal? end in Ends(_random.Next(0, 3)))
        {
            TierMode mode = Any(Enum.GetValues<TierMode>());
            tiers.Add(end is not { } last ? Tier.AtLeast(from, Price(), mode == TierMode.Interpolated ? default : mode)
                : mode == TierMode.Interpolated ? Tier.Interpolated(from, last, Price())
                : Tier.Between(from, last, Price(), mode, from > 0m ? Price() : 0m));
            from = end ?? from;
        }

        return tiers;
    }

    private object Build(Type type)
    {
        Func<RecordDice, object>[] makers = Makers.GetOrAdd(type, FindMakers);
        Exception? last = null;
        for (int attempt = 0; attempt < Attempts && makers.Length > 0; attempt++)
        {
            try
            {
                object made = Any(makers)(this);
                made = Changed(Changed(made));
                if (mayContradict || !Contradicting.Contains(type) || IsConsistent(made))
                {
                    return made;
                }
            }
            catch (TargetInvocationException refused)
            {
                last = refused.InnerException;
            }
            catch (NoValueException refused)
            {
                last = refused;
            }
        }

        throw new NoValueException($"No {type.Name} in {Attempts} attempts: {last?.Message}");
    }

    // The consistency of results is stated here again, and not taken from the library.
    private static bool IsConsistent(object made) => made switch
    {
        InvoiceLine line => line.Step is not null || line.Basis is not null
            || line.Kind is not (InvoiceLineKind.PreviouslyBilled or InvoiceLineKind.Tax or InvoiceLineKind.Rounding),
        SegmentMatch match => match.Placement switch
        {
            SegmentPlacement.NotGiven => true,
            SegmentPlacement.InSegment or SegmentPlacement.BelowAll => match.Upper is not null,
            SegmentPlacement.AboveAll => match.Lower is not null,
            _ => match.Upper is not null && match.Lower is not null,
        },
        LadderWarning warning => warning.Kind != LadderWarningKind.CheapestTierLoss || warning.ComparedWith > 0m,
        _ => true,
    };

    // With... and similar methods lead to further state.
    private object Changed(object made)
    {
        MethodInfo[] changes =
        [
            .. made.GetType().GetMethods(RecordTypes.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.ReturnType == made.GetType() && !method.IsPrivate)
                .Where(method => method.Name.StartsWith("With", StringComparison.Ordinal)
                    || method.Name is "ThenEvery" or "On" or "Seasonal" or "AcceleratingFrom")
                .Where(CanCall),
        ];
        if (changes.Length == 0 || Chance(50))
        {
            return made;
        }

        try
        {
            return Any(changes) is var change ? change.Invoke(made, Arguments(change))! : made;
        }
        catch (TargetInvocationException)
        {
            return made;
        }
    }

    private static Func<RecordDice, object>[] FindMakers(Type type)
    {
        var makers = new List<Func<RecordDice, object>>();
        for (Type? home = type; home is not null && home != typeof(object); home = home.BaseType)
        {
            makers.AddRange(
                from method in home.GetMethods(Statics)
                where type.IsAssignableFrom(method.ReturnType) && !method.IsSpecialName && !method.IsGenericMethod
                where method.Name is not ("Parse" or "TryParse") && CanCall(method)
                select (Func<RecordDice, object>)(dice =>
                    dice.Initialized(method.Invoke(null, dice.Arguments(method))!)));
        }

        if (makers.Count > 0)
        {
            return [.. makers];
        }

        if (type.IsAbstract)
        {
            Type[] forms = [.. type.Assembly.GetTypes().Where(form => form.IsSubclassOf(type) && !form.IsAbstract)];
            return [.. forms.Select(form => (Func<RecordDice, object>)(dice => dice.Create(form)))];
        }

        ConstructorInfo[] constructors =
        [
            .. type.GetConstructors(RecordTypes.Instance)
                .Where(one => !(one.GetParameters() is [var only] && only.ParameterType == type))
                .Where(one => one.GetParameters().All(parameter => !parameter.ParameterType.IsByRefLike))
                .OrderByDescending(one => one.IsPublic)
                .ThenByDescending(one => one.GetParameters().Length)
                .Take(1),
        ];
        return constructors.Length == 0
            ? [dice => dice.Initialized(Activator.CreateInstance(type)!)]
            : [.. constructors.Select(one =>
                (Func<RecordDice, object>)(dice => dice.Initialized(one.Invoke(dice.Arguments(one)))))];
    }

    private static bool CanCall(MethodBase method) =>
        !method.IsGenericMethod && method.GetParameters().All(parameter => !parameter.ParameterType.IsByRefLike);

    private object?[] Arguments(MethodBase method) => [.. method.GetParameters().Select(Argument)];

    private object? Argument(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue && Chance(_depth > Deepest ? 100 : 40))
        {
            return parameter.DefaultValue is null && parameter.ParameterType.IsValueType
                && Nullable.GetUnderlyingType(parameter.ParameterType) is null
                ? Activator.CreateInstance(parameter.ParameterType)
                : parameter.DefaultValue;
        }

        bool canBeNull = CanBeNull(parameter.ParameterType, () => Nullability.Create(parameter));
        return canBeNull && Chance(_depth > Deepest ? 100 : 35) ? null : Create(parameter.ParameterType);
    }

    // Sets what a constructor or a factory leaves open.
    private object Initialized(object made)
    {
        if (made.GetType().IsNotPublic)
        {
            return made; // made by a factory that checks it
        }

        foreach (PropertyInfo property in made.GetType().GetProperties(RecordTypes.Instance))
        {
            bool isRequired = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
            if (property.SetMethod is not { IsPrivate: false, IsFamily: false, IsFamilyAndAssembly: false }
                || (!isRequired && (_depth > Deepest || Chance(40)))
                || (property.SetMethod.IsAssembly
                    && !property.GetMethod!.IsPublic
                    && property.PropertyType.IsNotPublic))
            {
                continue;
            }

            Exception? last = null;
            for (int attempt = 0; attempt < 25; attempt++)
            {
                try
                {
                    bool isNull = CanBeNull(property.PropertyType, () => Nullability.Create(property)) && Chance(30);
                    object? value = isNull ? null : Create(property.PropertyType);
                    property.SetValue(made, attempt > 0 && value is decimal loss ? -loss : value); // some are negative
                    last = null;
                    break;
                }
                catch (TargetInvocationException refused)
                {
                    last = refused.InnerException;
                }
            }

            if (last is not null && isRequired)
            {
                throw new NoValueException($"{property.DeclaringType!.Name}.{property.Name}: {last.Message}");
            }
        }

        return made;
    }

    private static bool CanBeNull(Type type, Func<NullabilityInfo> describe)
    {
        if (type.IsValueType)
        {
            return Nullable.GetUnderlyingType(type) is not null;
        }

        lock (NullabilityLock)
        {
            return describe().ReadState == NullabilityState.Nullable;
        }
    }

    private static object Generic(Type home, string name, Type argument, params object[] values) =>
        home.GetMethods(BindingFlags.Static | BindingFlags.Public)
            .First(method => method.Name == name && method.GetParameters().Length == values.Length)
            .MakeGenericMethod(argument).Invoke(null, values)!;
}

/// <summary>No value of a type was found that the library accepts.</summary>
internal sealed class NoValueException(string message) : Exception(message);
