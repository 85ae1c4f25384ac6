using System.Numerics;
using RevenueModel.Primitives;

namespace RevenueModel.Json;

/// <summary>The forms of all types by type.</summary>
internal sealed class ShapeTable
{
    private readonly Dictionary<Type, Shape> _shapes = [];

    /// <summary>Gets the types of the table.</summary>
    public IEnumerable<Type> Types => _shapes.Keys;

    /// <summary>Returns the form of a type, or <see langword="null"/> if the table does not have it.</summary>
    public Shape? Find(Type type) => _shapes.GetValueOrDefault(type);

    /// <summary>Returns the form of a type that the table has.</summary>
    /// <exception cref="NotSupportedException">The table does not have the type.</exception>
    public Shape<T> Find<T>() => Find(typeof(T)) as Shape<T> ?? throw new NotSupportedException(
        $"{typeof(T)} has no JSON form; a record of RevenueModel, a band, a ValueList or a Keyed of its public types "
            + "is expected.");

    /// <summary>Adds a class as an object with members.</summary>
    public RecordShape<T> Add<T>(Func<RecordBuilder<T>, Func<Values<T>, T>> build)
        where T : class
    {
        var shape = new RecordShape<T>(this, typeof(T).Name, build);
        Add<T>(shape);
        return shape;
    }

    /// <summary>Adds a struct as an object with members.</summary>
    public RecordShape<T> AddValue<T>(Func<RecordBuilder<T>, Func<Values<T>, T>> build)
        where T : struct
    {
        var shape = new RecordShape<T>(this, typeof(T).Name, build);
        AddValue<T>(shape);
        return shape;
    }

    /// <summary>Adds a class and lists of it.</summary>
    public void Add<T>(Shape<T> shape)
        where T : class
    {
        Register(shape);
        Register(new ListShape<T>(shape));
    }

    /// <summary>Adds a struct, its nullable form and lists of it.</summary>
    public void AddValue<T>(Shape<T> shape)
        where T : struct
    {
        var nullable = new NullableShape<T>(shape);
        Register(shape);
        Register(nullable);
        Register(new ListShape<T>(shape));
        Register(new ListShape<T?>(nullable));
    }

    /// <summary>Adds a choice by name.</summary>
    public void AddEnum<T>()
        where T : struct, Enum => AddValue(new EnumShape<T>());

    /// <summary>Adds a set of choices.</summary>
    public void AddFlags<T>()
        where T : struct, Enum => AddValue(new FlagsShape<T>());

    /// <summary>Adds bands of a number.</summary>
    public void AddBand<T>(Shape<T> number)
        where T : struct, INumber<T> => AddValue(new BandShape<T>(number));

    /// <summary>Adds lists of lists of a type.</summary>
    public void AddLists<T>() => Register(new ListShape<ValueList<T>>(Find<ValueList<T>>()));

    /// <summary>Adds pairs of a key and a value. A text as key may be null, which stands for records without
    /// one.</summary>
    public void AddKeyed<TKey, TValue>()
    {
        Shape<TKey>? key = typeof(TKey) == typeof(string)
            ? (Shape<TKey>)(object)new NullableTextShape(Find<string>())
            : null;
        AddValue(new RecordShape<Keyed<TKey, TValue>>(this, "Keyed", record =>
        {
            Member<Keyed<TKey, TValue>, TKey> first = record.Required("key", static pair => pair.Key, key);
            Member<Keyed<TKey, TValue>, TValue> second = record.Required("value", static pair => pair.Value);
            return values => new Keyed<TKey, TValue>(values.Get(first), values.Get(second));
        }));
    }

    private void Register(Shape shape) => _shapes.Add(shape.Type, shape);
}
