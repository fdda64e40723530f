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
}
