package hilft.forum.similar;

/** Arithmetic of vectors of the same length. */
final class Vector {

    private Vector() {}

    /** The same direction with length 1, in place; one of zeros stays as it is. */
    static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) length;
            }
        }
        return vector;
    }

    static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    static float[] sum(float[][] vectors) {
        float[] sum = new float[vectors[0].length];
        for (float[] vector : vectors) {
            add(sum, 1, vector);
        }
        return sum;
    }

    /** Adds {@code factor} times the other to the first. */
    static void add(float[] sum, double factor, float[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (factor * vector[i]);
        }
    }
}
